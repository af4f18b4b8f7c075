//! The types of the element for TypeScript, made from its manifest.

use super::interface::{Event, Interface, Member};
use std::fmt::Write;

/// `vendor-compare.d.ts`: the element, its events, and its tag for `document.querySelector` and the like.
pub fn element(interface: &Interface) -> String {
    let Interface { name, tag_name, summary, description, .. } = interface;
    let mut types = format!("// Made from custom-elements.json.\n\n{}", events(interface));
    comment(&mut types, "", &format!("{summary}\n\n{description}"));
    _ = writeln!(types, "export interface {name} extends HTMLElement {{");
    for field in interface.fields() {
        comment(&mut types, "  ", &told(field));
        let (name, given) = (&field.name, kind(field));
        _ = match (&field.takes, field.readonly) {
            (Some(taken), _) => {
                writeln!(types, "  get {name}(): {given};\n  set {name}(value: {});", taken.text)
            }
            (None, true) => writeln!(types, "  readonly {name}: {given};"),
            (None, false) => writeln!(types, "  {name}: {given};"),
        };
    }
    for method in interface.methods() {
        comment(&mut types, "  ", &method.description);
        _ = writeln!(types, "  {};", method.signature());
    }
    for (call, options) in
        [("addEventListener", "AddEventListenerOptions"), ("removeEventListener", "EventListenerOptions")]
    {
        _ = writeln!(
            types,
            "  {call}<K extends keyof {name}EventMap>(\n    type: K,\n    listener: (this: {name}, event: \
             {name}EventMap[K]) => unknown,\n    options?: boolean | {options},\n  ): void;\n  {call}(\n    type: string,\n    \
             listener: EventListenerOrEventListenerObject,\n    options?: boolean | {options},\n  ): void;"
        );
    }
    _ = write!(
        types,
        "}}\n\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    \"{tag_name}\": {name};\n  }}\n}}\n"
    );
    types
}

/// `react.d.ts`: the tag in JSX, with attributes, properties and `on` before the names of events.
pub fn react(interface: &Interface) -> String {
    let Interface { name, tag_name, .. } = interface;
    let mut types = format!(
        "// Made from custom-elements.json. Take it in once: import type {{}} from \"vendor-compare/react\";\n\
         import type {{ DetailedHTMLProps, HTMLAttributes }} from \"react\";\n\
         import type {{ {name}, {name}EventMap }} from \"./vendor-compare.js\";\n\n\
         /** Attributes as in HTML, properties by their own names, and a handler for each event. */\n\
         export interface {name}Props {{\n"
    );
    for attribute in &interface.attributes {
        // Where the element has a property of this name, React sets that.
        let field = interface.fields().find(|field| field.name == attribute.name);
        let taken = field.and_then(|field| field.takes.as_ref()).or(attribute.kind.as_ref());
        let text = taken.map_or("string", |kind| &kind.text);
        _ = writeln!(types, "  {}?: {text} | undefined;", quoted(&attribute.name));
    }
    let named = |name: &str| interface.attributes.iter().any(|attribute| attribute.name == name);
    for field in interface.fields().filter(|field| !field.readonly && !named(&field.name)) {
        _ = writeln!(types, "  {}?: {} | undefined;", field.name, kind(field));
    }
    for event in &interface.events {
        _ = writeln!(types, "  on{0}?: ((event: {name}EventMap[\"{0}\"]) => void) | undefined;", event.name);
    }
    _ = write!(
        types,
        "}}\n\ndeclare module \"react\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n      \"{tag_name}\": \
         Omit<DetailedHTMLProps<HTMLAttributes<{name}>, {name}>, keyof {name}Props> & {name}Props;\n    }}\n  }}\n}}\n"
    );
    types
}

fn events(interface: &Interface) -> String {
    let mut types = String::from("/** The events, by their names. All of them bubble and are composed. */\n");
    _ = writeln!(types, "export interface {}EventMap {{", interface.name);
    for Event { name, kind, description, cancelable } in &interface.events {
        let cancelable = if *cancelable { " Can be cancelled." } else { "" };
        comment(&mut types, "  ", &format!("{description}{cancelable}"));
        _ = writeln!(types, "  {name}: {};", kind.text);
    }
    types + "}\n\n"
}

fn kind(field: &Member) -> &str {
    field.value.as_ref().map_or("unknown", |kind| &kind.text)
}

fn told(field: &Member) -> String {
    let default = field.default.as_ref().map_or(String::new(), |value| format!("\n\n@default {value}"));
    format!("{}{default}", field.description)
}

/// The name of a member of a type, in quotes where it needs them.
fn quoted(name: &str) -> String {
    if name.contains('-') { format!("\"{name}\"") } else { name.to_owned() }
}

fn comment(types: &mut String, indent: &str, text: &str) {
    let text = text.replace("*/", "*\\/");
    if !text.contains('\n') {
        _ = writeln!(types, "{indent}/** {text} */");
        return;
    }
    _ = writeln!(types, "{indent}/**");
    for line in text.lines() {
        _ = writeln!(types, "{}", format!("{indent} * {line}").trim_end());
    }
    _ = writeln!(types, "{indent} */");
}
