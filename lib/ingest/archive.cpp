#include "ingest/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include "ingest/faults.hpp"

namespace noticekit {

struct Archive::Handle {
  struct archive* reader = archive_read_new();
  struct archive_entry* entry = nullptr;
  ~Handle() { archive_read_free(reader); }
};

Archive::Archive(std::string_view bytes, Format format, const Source& source, const Limits& limits,
                 Budget& budget)
    : handle_(std::make_unique<Handle>()), source_(source), limits_(limits), budget_(budget) {
  struct archive* const a = handle_->reader;
  if (format == Format::tar_gz) {
    archive_read_support_filter_gzip(a);
    archive_read_support_format_tar(a);
  } else {
    archive_read_support_format_zip(a);
  }
  if (archive_read_open_memory(a, bytes.data(), bytes.size()) != ARCHIVE_OK)
    fail(Errc::damaged_file, "the archive cannot be opened; get the whole file");
}

Archive::~Archive() = default;

void Archive::fail(Errc code, std::string message) {
  error_ = document_fault(code, source_, std::move(message));
}

bool Archive::next(std::string& name) {
  error_.reset();
  may_go_on_ = false;
  for (;;) {
    if (budget_.deadline.passed()) {
      error_ = out_of_time(source_, limits_);
      return false;
    }
    const int status = archive_read_next_header(handle_->reader, &handle_->entry);
    if (status == ARCHIVE_EOF) return false;
    if (status < ARCHIVE_WARN) {
      const char* const why = archive_error_string(handle_->reader);
      fail(Errc::damaged_file, std::string("the archive is cut or damaged (") +
                                   (why != nullptr ? why : "no reason given") +
                                   "); get the whole file");
      return false;
    }
    if (archive_entry_filetype(handle_->entry) != AE_IFREG) continue;  // links lead anywhere
    const char* path = archive_entry_pathname(handle_->entry);
    if (path == nullptr) path = archive_entry_pathname_utf8(handle_->entry);
    name = path != nullptr ? path : "";
    return true;
  }
}

/// What is unpacked must stay in proportion to what is packed.
bool Archive::within_budget() {
  if (budget_.unpacked > limits_.unpacked_bytes) {
    fail(Errc::too_large,
         "unpacks to more than " + megabytes(limits_.unpacked_bytes) +
             "; unpack it yourself if it can be trusted, or raise --limit unpacked=N");
    return false;
  }
  constexpr std::uint64_t small = std::uint64_t{1} << 20;
  if (budget_.unpacked > small && budget_.unpacked / limits_.ratio > budget_.packed) {
    fail(Errc::too_large, "unpacks to more than " + std::to_string(limits_.ratio) +
                              " times its size, as archive bombs do; unpack it yourself if it can "
                              "be trusted, or raise --limit ratio=N");
    return false;
  }
  if (budget_.deadline.passed_by_now()) {
    error_ = out_of_time(source_, limits_);
    return false;
  }
  return true;
}

bool Archive::read(std::string& out) {
  out.clear();
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  for (;;) {
    const int status = archive_read_data_block(handle_->reader, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return true;
    if (status < ARCHIVE_WARN) {
      const bool encrypted = archive_entry_is_encrypted(handle_->entry) != 0;
      may_go_on_ = status == ARCHIVE_FAILED;
      fail(encrypted ? Errc::unsupported_format : Errc::damaged_file,
           encrypted ? "is locked with a password; unpack it first"
                     : "the archive is cut or damaged here; get the whole file");
      return false;
    }
    budget_.unpacked += size;
    if (!within_budget()) return false;
    if (offset >= 0 && static_cast<std::uint64_t>(offset) != out.size()) {
      // A hole in a sparse file: no document has one.
      fail(Errc::unsupported_format, "is a sparse file; unpack it first");
      may_go_on_ = true;
      return false;
    }
    out.append(static_cast<const char*>(block), size);
  }
}

}  // namespace noticekit
