//! A fault of the program must leave words, never a blank: every mounted page is replaced by a sentence that says
//! what happened and what to do.

use std::{cell::RefCell, panic::PanicHookInfo};

use web_sys::Element;

thread_local! {
    /// The containers of the mounted pages.
    static MOUNTED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// From now on a fault is told on the page and in the console.
pub fn install() {
    // Through Yew, which would otherwise put a hook of its own in the place of any other when it first renders.
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        tell(info);
    }));
}

/// Registers a container, so that it can carry the words.
pub fn watch(container: &Element) {
    MOUNTED.with_borrow_mut(|mounted| mounted.push(container.clone()));
}

/// The container is gone.
pub fn forget(container: &Element) {
    MOUNTED.with_borrow_mut(|mounted| mounted.retain(|known| known != container));
}

fn tell(info: &PanicHookInfo) {
    // The name of the file is enough to find it; its folder is that of the machine that built the program.
    let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let place = info.location().map(|at| format!(" ({}:{})", file(at.file()), at.line())).unwrap_or_default();
    let words = format!(
        "The comparison has stopped because of a fault in the program{place}. Nothing was sent anywhere. \
         Reload the page to go on; where the address holds your requirements, they come back."
    );
    // The fault may have struck while the list was being changed; then there is nothing that could be told.
    MOUNTED.with(|mounted| {
        let Ok(mounted) = mounted.try_borrow() else { return };
        for container in mounted.iter() {
            container.set_text_content(Some(&words));
            for (name, value) in [("role", "alert"), ("class", "stopped"), ("lang", "en"), ("dir", "ltr")] {
                let _ = container.set_attribute(name, value);
            }
            // The JavaScript half listens for it.
            let _ = web_sys::Event::new("stopped").and_then(|event| container.dispatch_event(&event));
        }
    });
}
