//! Ways out of the offline file to a network: each is refused. The same ways lead out of a page without such a policy.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::support::{Browser, Page, in_browsers, scenario};

/// Each asks for an address that says which one it was.
const WAYS: &str = "const to = arguments[0];
    const ways = {
        fetch: () => fetch(to + 'fetch', { mode: 'no-cors' }),
        xhr: () => { const request = new XMLHttpRequest(); request.open('POST', to + 'xhr'); request.send('data'); },
        socket: () => new WebSocket(to.replace('http', 'ws') + 'socket'),
        image: () => { new Image().src = to + 'image'; },
        css: () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`body { background-image: url(${to}css) }`);
            document.adoptedStyleSheets = [sheet];
        },
        beacon: () => navigator.sendBeacon(to + 'beacon', 'data'),
        form: () => {
            const form = document.createElement('form');
            Object.assign(form, { action: to + 'form', method: 'post', target: '_blank' });
            document.body.append(form);
            form.submit();
        },
        open: () => window.open(to + 'open?data'),
    };
    for (const way of Object.values(ways)) {
        try { Promise.resolve(way()).catch(() => {}); } catch {}
    }
    return Object.keys(ways)";

/// Another page in the place of this one, where the browser lets a page refuse that.
const LEAVE: &str = "if (globalThis.navigation) location.href = arguments[0] + 'navigation'; return null";

/// A server that remembers what it was asked for.
struct Asked {
    address: String,
    paths: Arc<Mutex<Vec<String>>>,
}

impl Asked {
    async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = format!("http://{}/", listener.local_addr().expect("the port's address"));
        let paths = Arc::new(Mutex::new(Vec::new()));
        let known = paths.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = [0; 512];
                let length = stream.read(&mut request).await.unwrap_or_default();
                let text = String::from_utf8_lossy(&request[..length]);
                let path = text.split([' ', '?']).nth(1).unwrap_or_default().trim_start_matches('/');
                known.lock().expect("a list").push(path.to_owned());
                let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").await;
            }
        });
        Self { address, paths }
    }

    /// The ways that have led here, in the order of the alphabet.
    fn ways(&self) -> Vec<String> {
        let mut ways = self.paths.lock().expect("a list").clone();
        ways.retain(|way| way != "favicon.ico");
        ways.sort();
        ways.dedup();
        ways
    }
}

async fn try_all(page: &Page, asked: &Asked) -> Vec<String> {
    let mut ways: Vec<String> = page.eval_with(WAYS, vec![json!(asked.address)]).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    ways.sort();
    ways
}

in_browsers!(no_way_leads_out_of_the_offline_file: chromium, firefox);
async fn no_way_leads_out_of_the_offline_file(browser: Browser) {
    scenario("offline-refuses", browser, async |page| {
        let asked = Asked::start().await;
        page.open(&page.offline_file()).await;
        page.text("h1").await;
        try_all(page, &asked).await;
        page.eval_with::<()>(LEAVE, vec![json!(asked.address)]).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(asked.ways(), [""; 0], "a request has left the file");
        page.text("h1").await;
        let calls: String = page.eval("return typeof RTCPeerConnection").await;
        assert_eq!(calls, "undefined", "calls between browsers go through no policy");
        page.take_errors().await;

        // They are ways: out of a page without the policy they lead.
        page.open("/pages/foreign.html").await;
        page.text("h1").await;
        assert_eq!(try_all(page, &asked).await, asked.ways());
        page.take_errors().await;
    })
    .await;
}
