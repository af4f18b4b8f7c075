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
mod kept;
mod keyboard;
mod large_catalogue;
mod later;
mod main_question;
mod offline;
mod offline_made;
mod offline_refuses;
mod pictures;
mod profile;
mod record;
mod smoke;
mod spreadsheet;
mod text_form;
mod undo;
