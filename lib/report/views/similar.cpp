// 雷同: passages that notices share, both places, the words, and how much of each text is in the
// other. Keeps all texts: about 1.7 times their bytes, and four bytes a letter while it compares.
#include "report/similar/similar.hpp"

#include <algorithm>
#include <cmath>

#include "report/phrasing.hpp"
#include "report/similar/similar_cells.hpp"
#include "report/view.hpp"

namespace noticekit {
namespace {

using namespace similar;

constexpr std::size_t most_told = 20;  // groups and set phrases that notes name
constexpr std::size_t most_units = 10;

std::vector<Column> similar_columns() {
  return {{"no", "序号", "no.", Align::right, 4},
          {"scope", "范围", "scope", Align::left, 10},
          {"unit", "单位一", "unit 1", Align::left, 14},
          {"finding", "问题一", "finding 1", Align::left, 6},
          {"source", "出处一(文件:行)", "place 1 (file:line)", Align::left, 20},
          {"other_unit", "单位二", "unit 2", Align::left, 14},
          {"other_finding", "问题二", "finding 2", Align::left, 6},
          {"other_source", "出处二(文件:行)", "place 2 (file:line)", Align::left, 20},
          {"letters", "相同字数", "letters", Align::right, 6},
          {"words", "文字", "words", Align::left, 48},
          {"other_words", "另一处文字(有出入时)", "words of place 2, where they differ",
           Align::left, 32},
          {"share", "雷同率一(%)", "share of text 1 (%)", Align::right, 6},
          {"other_share", "雷同率二(%)", "share of text 2 (%)", Align::right, 6},
          {"both", "两文相似度(%)", "both alike (%)", Align::right, 6},
          {"group", "雷同组", "group", Align::right, 5}};
}

class SimilarView : public View {
 public:
  explicit SimilarView(const ReportOptions& options)
      : lang_(options.lang),
        rules_(options.rules == nullptr ? nullptr : &options.rules->similar()) {}

  std::string title() const override { return Phrasing{"雷同情况", "Shared passages"}.in(lang_); }
  std::vector<Column> columns() const override { return similar_columns(); }

  void add(const Notice& n, const Labels*, const EmitRow&) override {
    const Cell bodies = bodies_of(n);
    const auto* unit = std::get_if<std::string>(&bodies);
    if (!corpus_.add(n, unit == nullptr ? std::string() : *unit, rules_)) ++left_out_;
  }

  void add_error(std::string_view id, const std::string& words, const EmitRow& emit) override {
    ++errors_;
    Row row{RowKind::error, std::vector<Cell>(similar_columns().size())};
    Remarks r(lang_);
    r.say({"未能处理：", "could not be used: "}, words);
    row.cells[4] = std::string(id);
    row.cells[9] = r.cell();
    emit(std::move(row));
  }

  void finish(const EmitRow& emit) override {
    found_ = find_similar(corpus_, Limits{});
    std::int64_t no = 0;
    for (const Pair& pair : found_.pairs) {
      for (const Passage& p : pair.passages) {
        Row row;
        row.cells = passage_cells(corpus_, pair, p, lang_);
        row.cells.insert(row.cells.begin(), Decimal{++no, 0});
        emit(std::move(row));
      }
    }
  }

  std::vector<std::string> notes() const override {
    const auto n = [](std::size_t x) { return std::to_string(x); };
    const bool en = lang_ == Language::en;
    std::vector<std::string> out;
    std::size_t passages = 0;
    for (const Pair& pair : found_.pairs) passages += pair.passages.size();
    const std::size_t texts = corpus_.documents().size();
    out.push_back(en ? n(texts) + " documents compared: " + n(passages) + " shared passages in " +
                           n(found_.pairs.size()) + " pairs."
                     : "比对" + n(texts) + "份，发现" + n(found_.pairs.size()) + "对、" +
                           n(passages) + "处文字雷同。");
    out.emplace_back(
        en ? "Left out of the comparison: titles, leads, contacts, signatures, headings above "
             "findings, 《》 titles, set phrases. Shares are of 5-letter groups of what is left."
           : "标题、导语、联系方式、落款、分组标题、《》内名称和固定用语不参与比对；雷同率按其余文"
             "字的五字组计算。");
    for (std::size_t i = 0; i < found_.groups.size() && i < most_told; ++i)
      out.push_back(group_note(i));
    if (found_.groups.size() > most_told)
      out.push_back(en ? n(found_.groups.size() - most_told) + " more groups are in the table."
                       : "另有" + n(found_.groups.size() - most_told) + "个雷同组见表。");
    if (!found_.stock.empty()) out.push_back(stock_note());
    if (left_out_ > 0)
      out.push_back(documents(left_out_, lang_) +
                    (en ? " left out: more text than can be compared in one run."
                        : "未比对：一次比对的文字总量超限。"));
    if (errors_ > 0)
      out.push_back(documents(errors_, lang_) +
                    Phrasing{"未能处理，已列出。", " could not be used: listed."}.in(lang_));
    return out;
  }

 private:
  [[nodiscard]] std::string group_note(std::size_t i) const {
    const Group& g = found_.groups[i];
    const bool en = lang_ == Language::en;
    std::string names;
    for (std::size_t k = 0; k < g.documents.size() && k < most_units; ++k) {
      const Document& d = corpus_.documents()[g.documents[k]];
      if (k != 0) names += en ? ", " : "、";
      names += d.unit.empty() ? d.id : d.unit;
    }
    if (g.documents.size() > most_units) names += en ? ", …" : "等";
    const Document& a = corpus_.documents()[g.longest.document_a];
    const std::string words = shortened(
        one_line(slice(a.text, corpus_.words_at(a, g.longest.a_begin, g.longest.a_end))), 40);
    const std::string count = std::to_string(g.documents.size());
    return en ? "Group " + std::to_string(i + 1) + ": " + count + " documents share one text (" +
                    names + "): “" + words + "”."
              : "雷同组" + std::to_string(i + 1) + "：" + count + "份文件共用一段文字（" + names +
                    "）：“" + words + "”。";
  }

  [[nodiscard]] std::string stock_note() const {
    const bool en = lang_ == Language::en;
    std::string out = en ? "Found in so many documents that they were taken for set phrases: "
                         : "因多份文件都有而视为固定用语、未计入的文字：";
    for (std::size_t i = 0; i < found_.stock.size() && i < 5; ++i) {
      const Stock& s = found_.stock[i];
      const Document& d = corpus_.documents()[s.document];
      if (i != 0) out += en ? ", " : "、";
      out += "“" + shortened(one_line(slice(d.text, corpus_.words_at(d, s.begin, s.end))), 30) +
             "”" + (en ? " (" : "（") + documents(s.documents, lang_) + (en ? ")" : "）");
    }
    if (found_.stock.size() > 5) {
      const std::string more = std::to_string(found_.stock.size() - 5);
      out += en ? " and " + more + " more" : "，另" + more + "条";
    }
    return out + (en ? "." : "。");
  }

  Language lang_;
  const SimilarRules* rules_;
  Corpus corpus_;
  Similar found_;
  std::uint64_t errors_ = 0, left_out_ = 0;
};

}  // namespace

std::unique_ptr<View> make_similar_view(const ReportOptions& options) {
  return std::make_unique<SimilarView>(options);
}

}  // namespace noticekit
