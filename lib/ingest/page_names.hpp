// What the parts of government pages are called, and what stands around an article.
#pragma once

#include <string_view>

namespace noticekit {

/// Whether a class or id names something around an article: nav, breadcrumb, share, footer …
bool names_furniture(std::string_view class_or_id);
/// Whether it names the headline.
bool names_title(std::string_view class_or_id);

/// Whether a line is about the page, not of the article: 发布时间：…, 来源：…, 浏览次数, 字体：【大
/// 中 小】
bool is_page_information(std::string_view line);
/// Whether a line leads elsewhere: 上一篇：…, 【关闭窗口】, 分享到：…, 打印
bool is_page_control(std::string_view line);

/// The value behind one of the labels 来源 or 发布时间 in a line; empty where there is none.
std::string_view labelled_source(std::string_view line);
std::string_view labelled_date(std::string_view line);

}  // namespace noticekit
