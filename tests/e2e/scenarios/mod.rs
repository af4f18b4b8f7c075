//! What is tested, one file per topic.

mod accessibility;
mod adding;
mod arranging;
mod bad_link;
mod compare;
mod comparing;
mod comparing_in_sight;
mod embedding;
mod fault;
mod growth;
mod instances;
mod interface;
mod kept;
mod keyboard;
mod large_catalogue;
mod later;
mod main_question;
mod offline;
mod pictures;
mod policy;
mod profile;
mod record;
mod smoke;
mod spreadsheet;
mod text_form;
mod undo;
