//! The pages of the widget and the parts that they are made of.

pub mod app;
pub mod expectations_page;
pub mod footer;
pub mod heading;
pub mod leaving;
pub mod notice_page;
pub mod opened_page;
pub mod parts;
pub mod practice_page;
pub mod question_page;
pub mod result_page;
pub mod review_page;
pub mod standard_page;
pub mod start_page;
pub mod view;
