//! What is tested, one file per topic.

mod smoke;
