//! The iframe form: it tells the page around it its height and its events, hears from that page, and from nobody else.

use crate::support::{Browser, Page, in_browsers, scenario};
use serde_json::json;

/// Opens a page that shows the frame from a server of another origin; the origin of that.
async fn framed(page: &Page, query: &str, steps: impl AsyncFnOnce(&str)) {
    let server = page.another_server().await;
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let frames = format!("{}/hosts/vendor-compare", server.origin);
    page.open(&format!("/hosts/frame/index.html?frames={frames}&query={query}")).await;
    steps(&server.origin).await;
}

/// Waits until the frame is drawn, and looks at it from inside.
async fn inside<T: serde::de::DeserializeOwned>(page: &Page, script: &str) -> T {
    page.driver().enter_frame(0).await.expect("a frame");
    page.text("h1").await;
    let seen = page.eval(script).await;
    page.driver().enter_default_frame().await.expect("the page around");
    seen
}

const HEIGHT: &str = "document.querySelector('iframe').offsetHeight";

in_browsers!(the_height_follows_and_events_are_relayed: chromium, firefox);
async fn the_height_follows_and_events_are_relayed(browser: Browser) {
    scenario("frame-relays", browser, async |page| {
        framed(page, "requirements=region+in+EEA&max-compare=3", async |_| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            let meets: Vec<String> =
                page.eval("return heard.find(({ type }) => type === 'ready').detail.outcome.meets.ids").await;
            assert_eq!(meets, ["wflow"]);
            page.until(&format!("{HEIGHT} > 400")).await;
            page.driver().enter_frame(0).await.expect("a frame");
            page.until("document.documentElement.scrollHeight <= innerHeight").await;
            page.driver().enter_default_frame().await.expect("the page around");

            page.eval::<()>(
                "vendorCompareFrame.set(frame, { requirements: 'ret-backup <= P30D' }); return null",
            )
            .await;
            page.until("heard.some(({ detail }) => detail.requirements === 'ret-backup <= P30D')").await;
            page.eval::<()>(
                "vendorCompareFrame.set(frame, { view: 'record', requirements: null }); return null",
            )
            .await;
            page.until("heard.at(-1).detail.requirements === ''").await;
        })
        .await;
    })
    .await;
}

in_browsers!(a_frame_inside_a_shadow_root_is_heard: chromium, firefox);
async fn a_frame_inside_a_shadow_root_is_heard(browser: Browser) {
    scenario("frame-shadow", browser, async |page| {
        framed(page, "requirements=region+in+EEA", async |_| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            page.eval::<()>(
                "heard.length = 0;
                 const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
                 const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
                 const { src } = frame;
                 frame.remove();
                 for (const name of ['ready', 'change']) {
                     document.addEventListener(name, ({ type, detail }) => heard.push({ type, detail }));
                 }
                 window.deep = inner.appendChild(document.createElement('iframe'));
                 deep.src = src;
                 return null",
            )
            .await;
            // Its events reach the document, through both roots.
            page.until("heard.some(({ type }) => type === 'ready')").await;
            page.until("deep.offsetHeight > 400").await;
            page.eval::<()>("vendorCompareFrame.set(deep, { requirements: 'ret-backup <= P30D' }); return null").await;
            page.until("heard.some(({ detail }) => detail.requirements === 'ret-backup <= P30D')").await;
        })
        .await;
    })
    .await;
}

in_browsers!(what_the_page_around_takes_over_does_not_happen: chromium, firefox);
async fn what_the_page_around_takes_over_does_not_happen(browser: Browser) {
    scenario("frame-takes", browser, async |page| {
        framed(page, "requirements=region+in+EEA&take=select", async |_| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            inside::<()>(
                page,
                "document.querySelector('vendor-compare').shadowRoot.querySelector('.card .link').click(); return null",
            )
            .await;
            page.until("heard.some(({ type, detail }) => type === 'select' && detail.provider === 'wflow')").await;
            let view: String = inside(page, "return document.querySelector('vendor-compare').view").await;
            assert_eq!(view, "results");
        })
        .await;
    })
    .await;
}

in_browsers!(nothing_is_told_to_another_origin_and_nothing_heard_from_it: chromium, firefox);
async fn nothing_is_told_to_another_origin_and_nothing_heard_from_it(browser: Browser) {
    scenario("frame-wrong-host", browser, async |page| {
        framed(page, "requirements=region+in+EEA&host=https://portal.example", async |_| {
            inside::<()>(page, "return null").await;
            page.eval::<()>(
                "vendorCompareFrame.set(frame, { requirements: 'ret-backup <= P30D' }); return null",
            )
            .await;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let asked: String =
                inside(page, "return document.querySelector('vendor-compare').getAttribute('requirements')")
                    .await;
            assert_eq!(asked, "region in EEA", "the frame has heard from a page that is not its host");
            let (heard, height): (u32, u32) = page.eval(&format!("return [heard.length, {HEIGHT}]")).await;
            assert_eq!((heard, height), (0, 150), "the frame has told a page that is not its host");
        })
        .await;
        // Firefox says which messages it has not delivered.
        page.expects_errors(&["does not match the recipient window’s origin"]);
    })
    .await;
}

in_browsers!(the_page_hears_from_its_frames_only: chromium, firefox);
async fn the_page_hears_from_its_frames_only(browser: Browser) {
    scenario("frame-forged", browser, async |page| {
        framed(page, "requirements=region+in+EEA", async |_| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            let forged = json!([
                { "vendor-compare": "event", "name": "select", "detail": { "provider": "forged" } },
                { "vendor-compare": "height", "height": 31 },
            ]);
            // From the page itself, then from a frame whose address is another than the one that it was given.
            page.eval_with::<()>(
                "arguments[0].forEach((one) => postMessage(one, '*')); return null",
                vec![forged.clone()],
            )
            .await;
            page.eval::<()>(
                "frame.contentWindow.location = new URL('../plain/index.html', location); return null",
            )
            .await;
            page.until(
                "frame.contentDocument?.querySelector('vendor-compare')?.shadowRoot?.querySelector('h1')",
            )
            .await;
            page.driver().enter_frame(0).await.expect("a frame");
            page.eval_with::<()>(
                "arguments[0].forEach((one) => parent.postMessage(one, '*')); return null",
                vec![forged],
            )
            .await;
            page.driver().enter_default_frame().await.expect("the page around");
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let forged: bool = page
                .eval(&format!(
                    "return heard.some(({{ detail }}) => detail.provider === 'forged') || {HEIGHT} === 31"
                ))
                .await;
            assert!(!forged, "the page has believed a message that is not from its frame");
        })
        .await;
    })
    .await;
}

in_browsers!(another_window_of_the_right_origin_is_not_heard: chromium, firefox);
async fn another_window_of_the_right_origin_is_not_heard(browser: Browser) {
    scenario("frame-sibling", browser, async |page| {
        framed(page, "requirements=region+in+EEA", async |_| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            // A second frame of the page around, with the origin of that page.
            page.eval::<()>(
                "const sibling = document.createElement('iframe');
                 sibling.srcdoc = `<script>
                     const values = { requirements: 'ret-backup <= P30D' };
                     parent.frames[0].postMessage({ 'vendor-compare': 'set', values }, '*');
                     parent.postMessage({ 'vendor-compare': 'event', name: 'select', detail: { provider: 'forged' } }, '*');
                     parent.wasSent = true;
                 </script>`;
                 document.body.append(sibling);
                 return null",
            )
            .await;
            page.until("window.wasSent").await;
            // What the page around itself says after that is heard, so the other had its chance.
            page.eval::<()>("vendorCompareFrame.set(frame, { 'max-compare': '2' }); return null").await;
            page.until("heard.at(-1).detail.maxCompare === 2").await;
            let asked: String = page.eval("return heard.at(-1).detail.requirements").await;
            assert_eq!(asked, "region in EEA", "the frame has heard from a window that is not the one around it");
            let forged: bool = page.eval("return heard.some(({ detail }) => detail.provider === 'forged')").await;
            assert!(!forged, "what another frame tells has happened at this one");
        })
        .await;
    })
    .await;
}

in_browsers!(what_a_frame_tells_must_be_well_formed: chromium, firefox);
async fn what_a_frame_tells_must_be_well_formed(browser: Browser) {
    scenario("frame-malformed", browser, async |page| {
        framed(page, "requirements=region+in+EEA", async |_| {
            page.until(&format!("heard.some(({{ type }}) => type === 'ready') && {HEIGHT} > 400")).await;
            page.eval::<()>("heard.length = 0; return null").await;
            inside::<()>(
                page,
                "const of = (kind, rest) => ({ 'vendor-compare': kind, ...rest });
                 for (const message of [
                     null, 7, 'height', [], of(undefined), of('other'), of({}), of('height'), of('height', { height: '31' }), of('height', { height: ['31'] }),
                     of('height', { height: -31 }), of('height', { height: NaN }), of('height', { height: Infinity }),
                     of('height', { height: 1e9 }), of('height', { height: { valueOf: 31 } }),
                     of('event'), of('event', { name: 'click' }), of('event', { name: ['select'] }),
                     of('event', { name: 'constructor', detail: {} }),
                 ]) parent.postMessage(message, '*');
                 parent.postMessage(of('event', { name: 'select', detail: { provider: 'last' } }), '*');
                 return null",
            )
            .await;
            page.until("heard.some(({ detail }) => detail.provider === 'last')").await;
            let (heard, height): (Vec<String>, u32) =
                page.eval(&format!("return [heard.map(({{ type }}) => type), {HEIGHT}]")).await;
            assert_eq!(heard, ["select"]);
            assert!(height > 400, "the frame is {height} pixels high");
        })
        .await;
    })
    .await;
}

in_browsers!(what_cannot_be_set_is_answered_in_words: chromium, firefox);
async fn what_cannot_be_set_is_answered_in_words(browser: Browser) {
    scenario("frame-refuses", browser, async |page| {
        let query = "requirements=region+in+EEA&src=https://elsewhere.example/catalogue.json&link=query";
        framed(page, query, async |origin| {
            page.until("heard.some(({ type }) => type === 'ready')").await;
            page.eval::<()>(
                "window.answers = [];
                 addEventListener('message', ({ data }) => data.message && answers.push(data.message));
                 return null",
            )
            .await;
            for (message, answer) in [
                (json!({ "vendor-compare": "set", "values": { "link": "query" } }), "`link` cannot be set"),
                (json!({ "vendor-compare": "set", "values": { "rows": 3 } }), "`rows` must be a text"),
                (json!({ "vendor-compare": "set", "values": { "src": "https://elsewhere.example/" } }), "own origin"),
                (json!({ "vendor-compare": "set" }), "A message must be"),
                (json!({ "vendor-compare": { "deep": [] } }), "A message must be"),
            ] {
                page.eval_with::<()>(
                    "answers.length = 0; frame.contentWindow.postMessage(arguments[0], arguments[1]); return null",
                    vec![message, json!(origin)],
                )
                .await;
                page.until(&format!("answers[0]?.includes('{answer}')")).await;
                page.until_error(answer).await;
            }
            let own: bool = inside(page, "return document.querySelector('vendor-compare').hasAttribute('src')").await;
            assert!(!own, "a catalogue of another origin is loaded");
            // What is of no concern to it is let pass.
            page.eval::<()>("answers.length = 0; frame.contentWindow.postMessage('hello', '*'); return null").await;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            assert_eq!(page.eval::<u32>("return answers.length").await, 0);
        })
        .await;
    })
    .await;
}
