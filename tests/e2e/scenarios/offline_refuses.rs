//! Ways out of the offline file to a network: each is refused, by its policy but for one. The same ways lead out of the same
//! file without the policy.

use std::{collections::BTreeMap, fs, time::Duration};

use serde_json::json;

use crate::support::{
    Browser, Page,
    asked::{Asked, NOTHING},
    in_browsers, scenario,
};

/// Each asks for an address that says which one it was.
const WAYS: &str = "const to = arguments[0];
    window.refused = {};
    addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
        window.refused[new URL(blockedURI).pathname.slice(1)] = effectiveDirective;
    });
    const ways = {
        fetch: () => fetch(to + 'fetch', { mode: 'no-cors' }),
        xhr: () => { const request = new XMLHttpRequest(); request.open('POST', to + 'xhr'); request.send('data'); },
        socket: () => {
            const socket = new WebSocket(to.replace('http', 'ws') + 'socket');
            // Nobody speaks this protocol there, and browsers write that into their console.
            socket.onclose = () => { window.hungUp = true; };
        },
        image: () => { new Image().src = to + 'image'; },
        css: () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`body { background-image: url(${to}css) }`);
            document.adoptedStyleSheets = [sheet];
            // Now, before another window stands in front of this one and nothing is drawn here.
            getComputedStyle(document.body).backgroundImage;
        },
        beacon: () => navigator.sendBeacon(to + 'beacon', 'data'),
        form: () => {
            const form = document.createElement('form');
            Object.assign(form, { action: to + 'form', method: 'post', target: '_blank' });
            document.body.append(form);
            form.submit();
        },
        open: () => window.open(to + 'open?data'),
        document: () => document.open(to + 'document?data', '_blank', 'noopener'),
    };
    for (const way of Object.values(ways)) {
        try { Promise.resolve(way()).catch(() => {}); } catch {}
    }
    return Object.keys(ways)";

/// Another page in the place of this one, where the browser lets a page refuse that.
const LEAVE: &str = "if (globalThis.navigation) location.href = arguments[0] + 'navigation'; return null";

/// The ways that have led to a server, in the order of the alphabet.
fn ways(asked: &Asked) -> Vec<String> {
    let way =
        |target: String| target.split('?').next().unwrap_or_default().trim_start_matches('/').to_owned();
    asked.targets().into_iter().map(way).filter(|way| way != "favicon.ico").collect()
}

/// By what the file's policy refuses each of them. It has no word about opening windows: the file's script sees to these.
const DIRECTIVES: [(&str, &str); 7] = [
    ("beacon", "connect-src"),
    ("css", "img-src"),
    ("fetch", "connect-src"),
    ("form", "form-action"),
    ("image", "img-src"),
    ("socket", "connect-src"),
    ("xhr", "connect-src"),
];

/// Tries them from what is open; their names, in the order of the alphabet.
async fn try_all(page: &Page, asked: &Asked) -> Vec<String> {
    let to = format!("http://{}/", asked.address);
    let mut ways: Vec<String> = page.eval_with(WAYS, vec![json!(to)]).await;
    ways.sort();
    ways
}

/// Waits until the socket is closed again, since nobody speaks its protocol. Browsers say that, and that a page may not read
/// what another origin has answered.
async fn hung_up(page: &Page) {
    page.until("window.hungUp").await;
    page.expects_errors(&["/socket", "/xhr"]);
}

/// What the policy has refused so far, with its directives.
async fn refused(page: &Page) -> BTreeMap<String, String> {
    page.eval("return window.refused").await
}

in_browsers!(no_way_leads_out_of_the_offline_file: chromium, firefox);
async fn no_way_leads_out_of_the_offline_file(browser: Browser) {
    scenario("offline-refuses", browser, async |page| {
        let asked = Asked::start(NOTHING).await;
        page.open(&page.offline_file()).await;
        page.text("h1").await;
        try_all(page, &asked).await;
        let directives = DIRECTIVES.map(|(way, directive)| (way.to_owned(), directive.to_owned()));
        page.until_is("refused", BTreeMap::from(directives), async || refused(page).await).await;
        page.eval_with::<()>(LEAVE, vec![json!(format!("http://{}/", asked.address))]).await;
        // As long as what is not refused takes to arrive, and longer.
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(ways(&asked), [""; 0], "a request has left the file");
        page.text("h1").await;
        let calls: String = page.eval("return typeof RTCPeerConnection").await;
        assert_eq!(calls, "undefined", "calls between browsers go through no policy");
        page.expects_errors(&["violates the following", "Refused to connect"]);
    })
    .await;
}

in_browsers!(without_the_policy_the_ways_lead_out: chromium, firefox);
async fn without_the_policy_the_ways_lead_out(browser: Browser) {
    scenario("offline-without-policy", browser, async |page| {
        let asked = Asked::start(NOTHING).await;
        let text = fs::read_to_string(page.dist().join("vendor-compare.html")).expect("the offline file");
        let policy = "http-equiv=\"Content-Security-Policy\"";
        assert_eq!(text.matches(policy).count(), 1);
        page.open_file("without.html", &text.replace(policy, "name=\"policy\"")).await;
        page.text("h1").await;
        try_all(page, &asked).await;
        let those = DIRECTIVES.map(|(way, _)| way);
        page.until_is("ways that only the policy refuses", those, async || ways(&asked)).await;
        assert_eq!(refused(page).await, BTreeMap::new());
        hung_up(page).await;

        let asked = Asked::start(NOTHING).await;
        page.open("/pages/foreign.html").await;
        page.text("h1").await;
        let all = try_all(page, &asked).await;
        page.until_is("all ways", all, async || ways(&asked)).await;
        hung_up(page).await;
    })
    .await;
}
