//! What is tested, one file per topic.

mod accessibility;
mod adding;
mod age;
mod arranging;
mod bad_link;
mod carrying;
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
mod own;
mod pictures;
mod profile;
mod record;
mod smoke;
mod spreadsheet;
mod tasks;
mod text_form;
mod undo;
