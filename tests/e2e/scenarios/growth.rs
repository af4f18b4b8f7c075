//! What is left of an element that has gone: 500 times put onto the page and taken out again.

use crate::support::{Browser, Page, in_browsers, scenario};
use serde_json::Value as Json;

/// So many by one script, which must end in time; the first of them before anything is measured.
const AT_ONCE: usize = 25;
const CYCLES: usize = 500;
/// What may be left of each, in bytes, of the scripts' memory and of the program's together.
const LIMIT: f64 = 10.0 * 1024.0;

/// Lets a script know the program's memory.
const WATCH: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
        const made = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const result = await made(...all);
            const { memory } = (result.instance ?? result).exports;
            if (memory) globalThis.memory = memory;
            return result;
        };
    }";

/// Puts an element onto the page, waits until it is drawn, and takes it out, so many times.
const CYCLE: &str = "return (async () => {
        for (let i = 0; i < arguments[0]; i++) {
            const element = document.createElement('vendor-compare');
            element.setAttribute('requirements', 'region in EEA; ret-backup <= P60D');
            const ready = new Promise((done) => element.addEventListener('ready', done));
            document.querySelector('aside').append(element);
            await ready;
            element.remove();
            await new Promise((done) => setTimeout(done));
        }
        told.length = 0;
        return null;
    })()";

struct Measured {
    heap: f64,
    program: f64,
    listeners: f64,
    nodes: f64,
}

async fn measured(page: &Page) -> Measured {
    let devtools = page.driver().cdp();
    for _ in 0..3 {
        devtools
            .send_raw("HeapProfiler.collectGarbage", Json::Object(Default::default()))
            .await
            .expect("a clean heap");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let answer = devtools.send_raw("Performance.getMetrics", Json::Object(Default::default())).await;
    let answer = answer.expect("metrics");
    let of = |name: &str| {
        let metrics = answer["metrics"].as_array().into_iter().flatten();
        metrics.filter(|one| one["name"] == name).find_map(|one| one["value"].as_f64()).expect("a number")
    };
    let program: f64 = page.eval("return globalThis.memory.buffer.byteLength").await;
    Measured { heap: of("JSHeapUsedSize"), program, listeners: of("JSEventListeners"), nodes: of("Nodes") }
}

in_browsers!(what_has_gone_leaves_nothing: chromium);
async fn what_has_gone_leaves_nothing(browser: Browser) {
    scenario("growth", browser, async |page| {
        let devtools = page.driver().cdp();
        let nothing = || Json::Object(Default::default());
        for command in ["Performance.enable", "HeapProfiler.enable"] {
            devtools.send_raw(command, nothing()).await.expect("a command that is known");
        }
        page.before_every_page(WATCH).await;
        page.open("/pages/bare.html").await;
        page.eval::<()>("return start()").await;
        page.until("last('ready')").await;
        page.eval_with::<()>(CYCLE, vec![AT_ONCE.into()]).await;
        let before = measured(page).await;
        for _ in 0..CYCLES / AT_ONCE {
            page.eval_with::<()>(CYCLE, vec![AT_ONCE.into()]).await;
        }
        let after = measured(page).await;

        let a_cycle = |before: f64, after: f64| (after - before) / CYCLES as f64;
        let bytes = a_cycle(before.heap + before.program, after.heap + after.program);
        page.report(&format!(
            "{CYCLES} mounts and unmounts leave, each, {:.0} bytes of scripts, {:.0} bytes of the program, {:.3} listeners, \
             {:.3} nodes",
            a_cycle(before.heap, after.heap),
            a_cycle(before.program, after.program),
            a_cycle(before.listeners, after.listeners),
            a_cycle(before.nodes, after.nodes),
        ));
        assert!(bytes <= LIMIT, "{bytes:.0} bytes are left of each");
        assert!(a_cycle(before.listeners, after.listeners) < 0.1, "listeners are left");
        assert!(a_cycle(before.nodes, after.nodes) < 1.0, "nodes are left");
    })
    .await;
}
