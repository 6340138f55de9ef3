#include "classify/labelled.hpp"

#include "cli/records.hpp"

namespace noticekit::cli {
namespace {

class Read : public Worker {
 public:
  explicit Read(const std::string& stage) : stage_(stage) {}
  void work(const Item& item, Made& made) override { made.record = read_item(item, stage_, made); }

 private:
  const std::string& stage_;
};

}  // namespace

std::optional<Error> read_labelled(const Run& run, const std::vector<std::string>& paths,
                                   std::vector<Labelled>& out) {
  Paths names;
  names.names = paths;
  names.only_records = true;
  if (!run.options.output.empty()) names.left_out.push_back(run.options.output);
  Inputs inputs(std::move(names));
  std::optional<Error> stopped;
  run_stream(
      inputs, 1, run.tool.name, [&] { return std::make_unique<Read>(run.tool.name); },
      [&](const Item& item, const Made& made) {
        for (const Failure& f : made.failures) {
          Error e = f.record.error;
          if (e.where.path.empty()) e.where.path = item.path;
          if (!e.where.line) e.where.line = item.number;
          run.diagnostics.error(e);
        }
        if (!made.record) return true;
        const auto* labelled = std::get_if<LabelledNotice>(&*made.record);
        if (labelled == nullptr) return true;
        if (!labelled->labels) {
          stopped = Error{
              Errc::bad_usage, "a notice without labels; run it through notice-classify first", {}};
          stopped->where.path = item.path;
          stopped->where.line = item.number;
          return false;
        }
        out.push_back({labelled->notice, *labelled->labels});
        return true;
      });
  return stopped;
}

}  // namespace noticekit::cli
