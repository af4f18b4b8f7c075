//! What is tested, one file per topic.

mod accessibility;
mod adding;
mod bad_link;
mod compare;
mod embedding;
mod fault;
mod keyboard;
mod large_catalogue;
mod main_question;
mod offline;
mod profile;
mod smoke;
mod text_form;
