// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/fixtures.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

#include "document/helper.hpp"

namespace headway::document::fixtures {
namespace {

constexpr double page_height = 842;

std::string number(double value) {
    return std::to_string(value);
}

std::string escaped(const std::string& text) {
    std::string out;
    for (char c : text) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string stream(const std::string& dictionary, const std::string& content) {
    return "<< " + dictionary + " /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
           "\nendstream";
}

std::string content_of(const PdfPage& page) {
    std::string out;
    if (page.image) out += "q 595 0 0 842 0 0 cm /Im0 Do Q\n";
    for (const Placed& t : page.texts) {
        out += "BT /F1 " + number(t.size) + " Tf " + number(t.x) + " " + number(page_height - t.y) + " Td (" +
               escaped(t.text) + ") Tj ET\n";
    }
    return out + page.more_content;
}

/// Numbers objects from 1 and writes the table of their places.
class PdfObjects {
  public:
    int add(const std::string& object) {
        objects_.push_back(object);
        return static_cast<int>(objects_.size());
    }
    void set(int id, const std::string& object) { objects_[static_cast<std::size_t>(id - 1)] = object; }

    [[nodiscard]] std::string file(const std::string& trailer) const {
        std::string out = "%PDF-1.4\n";
        std::string table = "0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            std::string offset = std::to_string(out.size());
            table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
            out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
        }
        const std::string count = std::to_string(objects_.size() + 1);
        const std::size_t start = out.size();
        return out + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " " + trailer +
               " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    }

  private:
    std::vector<std::string> objects_;
};

std::string reference(int id) {
    return std::to_string(id) + " 0 R";
}

std::string little_endian(std::uint64_t value, int bytes) {
    std::string out;
    for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(static_cast<unsigned char>(value));
    return out;
}

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = ~0U;
    for (char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

}  // namespace

std::string make_pdf(const std::vector<PdfPage>& pages, Lock lock) {
    PdfObjects objects;
    const int catalog = objects.add("");
    const int tree = objects.add("");
    const int font =
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    std::string kids;
    for (const PdfPage& page : pages) {
        std::string resources = "/Font << /F1 " + reference(font) + " >>";
        if (page.image) {
            const std::string size = "/Width " + std::to_string(page.image->width) + " /Height " +
                                     std::to_string(page.image->height);
            const int image = objects.add(
                stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 " + size,
                       page.image->pixels));
            resources += " /XObject << /Im0 " + reference(image) + " >>";
        }
        const int content = objects.add(stream("", content_of(page)));
        const int id =
            objects.add("<< /Type /Page /Parent " + reference(tree) + " /MediaBox [0 0 595 842] /Contents " +
                        reference(content) + " /Resources << " + resources + " >> >>");
        kids += reference(id) + " ";
    }
    objects.set(catalog, "<< /Type /Catalog /Pages " + reference(tree) + " >>");
    objects.set(tree, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
    std::string trailer = "/Root " + reference(catalog);
    if (lock == Lock::password) {
        const std::string key(64, '7');
        const int encryption =
            objects.add("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + key + "> /U <" + key + "> >>");
        trailer += " /Encrypt " + reference(encryption) + " /ID [<" + key + "> <" + key + ">]";
    }
    return objects.file(trailer);
}

std::string make_pdf(const std::string& text) {
    return make_pdf({PdfPage{{{72, 72, text}}, {}, {}}});
}

std::string make_endless_pdf() {
    PdfObjects objects;
    objects.add(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /NeedAppearances true /DA (/F1 10 Tf) "
        "/DR << /Font << /F1 5 0 R >> >> >> >>");
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>");
    objects.add(
        "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (a) /Rect [100 100 300 200] /DA (/F1 10 Tf) "
        "/P 3 0 R /V <FEFF00> >>");
    objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    return objects.file("/Root 1 0 R");
}

std::string make_zip(const std::vector<Part>& parts) {
    std::string out;
    std::string directory;
    for (const Part& part : parts) {
        const auto size = static_cast<std::uint32_t>(part.content.size());
        const std::string common =
            little_endian(20, 2) + little_endian(0, 8) + little_endian(crc32(part.content), 4) +
            little_endian(size, 4) + little_endian(size, 4) +
            little_endian(static_cast<std::uint32_t>(part.name.size()), 2) + little_endian(0, 2);
        directory += std::string("PK\x01\x02") + little_endian(20, 2) + common + little_endian(0, 10) +
                     little_endian(static_cast<std::uint32_t>(out.size()), 4) + part.name;
        out += std::string("PK\x03\x04") + common + part.name + part.content;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    return out + directory + std::string("PK\x05\x06") + little_endian(0, 4) + little_endian(count, 2) +
           little_endian(count, 2) + little_endian(static_cast<std::uint32_t>(directory.size()), 4) +
           little_endian(static_cast<std::uint32_t>(out.size()), 4) + little_endian(0, 2);
}

std::string make_docx(const std::string& body, const std::vector<Part>& more) {
    constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    std::vector<Part> parts{
        {"[Content_Types].xml",
         std::string(head) +
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"word/document.xml",
         std::string(head) +
             "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
             body + "</w:body></w:document>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return make_zip(parts);
}

std::string paragraph(const std::string& text, const std::string& properties) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r></w:p>";
}

std::vector<Word> words_at(double x, double y, std::string_view text) {
    std::vector<Word> words;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        Word w{x, y - 5, x + 5.0 * static_cast<double>(word.size()), y + 5, std::string(word)};
        w.em = estimate_em(w);
        x = w.x1 + 3;
        words.push_back(std::move(w));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

std::string data_folder() {
    const char* set = std::getenv("HEADWAY_DATA");
    const std::string folder = set != nullptr ? set : std::string(HEADWAY_SOURCE_DIR) + "/../shared/data";
    if (std::filesystem::is_directory(folder)) return folder;
    const char* ci = std::getenv("CI");
    if (ci != nullptr && std::string_view(ci) == "true") {
        ADD_FAILURE() << "test data is missing: " << folder;
    } else {
        []() { GTEST_SKIP() << "no test data (HEADWAY_DATA)"; }();
    }
    return {};
}

}  // namespace headway::document::fixtures

/// fontconfig keeps what it has loaded until the process ends.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}

/// This program is started anew as a reader process by read_document().
int main(int argc, char** argv) {
    if (const auto code = headway::document::run_document_helper(argc, argv)) return *code;
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
