// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "tests/adapters/codec/codec_fixture.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Json;

// Texts of several lines. Block scalars (`|`, `>`) as YAML 1.2 §8.1 has them: what belongs to the text, what ends it,
// and what is refused because the parser would take the following keys for text.
class TestBlockTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesShallowText_data();
    void refusesShallowText();
    void agreesWithTheRules();
    void quotesAgreeWithTheRules_data();
    void quotesAgreeWithTheRules();
};

namespace {

bool blank(const std::string &line)
{
    return line.empty();
}
bool isDeep(const std::string &line)
{
    return !line.empty() && (line.front() == ' ' || line.front() == '\t');
}

// What lines (without their indentation) mean, straight from §8.1.3 and §6.5.
std::string folded(const std::vector<std::string> &lines)
{
    std::string out;
    std::size_t breaks = 0; // since the last line with text
    const std::string *before = nullptr;
    for (const std::string &line : lines) {
        if (blank(line)) {
            ++breaks;
            continue;
        }
        if (!before)
            out.append(breaks, '\n');
        else if (isDeep(*before) || isDeep(line))
            out.append(breaks + 1, '\n');
        else
            out += breaks == 0 ? std::string(" ") : std::string(breaks, '\n');
        out += line;
        before = &line;
        breaks = 0;
    }
    return out;
}

std::string meaning(const std::vector<std::string> &lines, bool fold, char chomping)
{
    std::size_t end = lines.size();
    while (end > 0 && blank(lines[end - 1]))
        --end;
    const std::vector<std::string> body(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
    std::string out;
    if (fold) {
        out = folded(body);
    } else {
        for (std::size_t i = 0; i < body.size(); ++i)
            out += (i ? "\n" : "") + body[i];
    }
    if (chomping != '-' && !body.empty())
        out += '\n';
    if (chomping == '+')
        out.append(lines.size() - end, '\n');
    return out;
}

} // namespace

void TestBlockTexts::readsText_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *yaml, const char *json) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
    };
    row("one blank deeper", "x:\n  f: >-\n   a\n   b\n  g: 1\n", R"({"f":"a b","g":1})");
    row("in a list", "x:\n- |\n a\n- b\n", R"(["a\n","b"])");
    row("key behind a dash", "x:\n  - k: |-\n     a\n    l: 1\n", R"([{"k":"a","l":1}])");
    row("list in a list", "x:\n  - - |-\n     a\n    - b\n", R"([["a","b"]])");
    row("header on its own line", "x:\n  >-\n  a\ny: 1\n", R"("a")");
    row("anchor before the header", "x:\n  f: &a |-\n    a\n  g: *a\n", R"({"f":"a","g":"a"})");
    row("indentation named", "x:\n  f: |1\n    a\n   b\n", R"({"f":" a\nb\n"})");
    row("empty before the end", "x:\n  f: |\n", R"({"f":""})");
    row("blank lines before an outer key", "x:\n  f: |+\n\n\ny: 1\n", R"({"f":"\n\n"})");
    row("comment after an empty text", "x:\n  f: |\n # c\n  g: 1\n", R"({"f":"","g":1})");
    row("value of an explicit key", "x:\n  ? f\n  : |-\n   a\n", R"({"f":"a"})");
    row("quoted, a blank kept at the end of a line", "x:\n  f: \"a\\ \n\n   %w\\t \n   \\u00e9\\\n   b\"\n  g: 1\n",
        R"({"f":"a \n%w\t \u00e9b","g":1})");
    row("quoted, a line break taken out before an empty line", "x: \">q\\\n\n\n   d e\"\n", R"(">q\n\nd e")");
    row("quoted, on two lines", "x: \"\\ \n  y\"\n", R"("  y")");
    row("quoted key", "x:\n  ? \"a\\ \n   b\"\n  : 1\n", R"({"a  b":1})");
    row("single quotes, doubled twice in a row", "x: {a: 'p''''q', 'h''''e:': '''''''', c: 'it''s\n\n    o''k '}\n",
        R"({"a":"p''q","h''e:":"'''","c":"it's\no'k "})");
    row("windows line ends", "x:\r\n  f: |-\r\n    a\r\n\r\n    b\r\n  g: 1\r\n", R"({"f":"a\n\nb","g":1})");
}

void TestBlockTexts::readsText()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto loaded = readWorkbook("pages: []\n" + yaml.toStdString());
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(codec_fixture::text(loaded->workbook.contents["x"]), codec_fixture::text(Json::parse(json.toStdString())));
}

void TestBlockTexts::refusesShallowText_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *yaml, int line, int column) {
        QTest::newRow(name) << QByteArray(yaml) << line << column;
    };
    row("as deep as its key", "x:\n  f: >-\n  $ x\n\n    y\n  g: :2+\n      z\n", 4, 3);
    row("behind a dash", "x:\n  - id: c\n    f: >-\n    $ x\n\n      y\n    g: 1\n", 5, 5);
    row("empty text before a key", "x:\n  f: |\n  g: 1\n", 4, 3);
    row("blank lines before a key", "x:\n  f: |+\n\n\n  g: 1\n", 6, 3);
    row("empty text before a dash", "x:\n  - |\n\n  - c\n", 5, 3);
    row("comment as deep as the key", "x:\n  f: |\n  # c\n  g: 1\n", 4, 3);
    row("as a key", "x:\n  ? |\n   k\n  : z\n", 4, 1);
    row("explicit value", "x:\n  ? f\n  : |\n  a\n", 5, 3);
}

void TestBlockTexts::refusesShallowText()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto loaded = readWorkbook("pages: []\n" + yaml.toStdString());
    QVERIFY(!loaded.has_value());
    QVERIFY(!loaded.error().message.isEmpty() && !loaded.error().hint.isEmpty());
    QCOMPARE(QStringLiteral("%1:%2").arg(loaded.error().where.line).arg(loaded.error().where.column),
             QStringLiteral("%1:%2").arg(line).arg(column));
}

void TestBlockTexts::agreesWithTheRules()
{
    const unsigned seed = 20261121;
    std::mt19937 random(seed);
    const std::vector<std::string> pieces = {"a",      "b: 1",       "- c", "$ x", "# no comment", "'", "{{[A]}}",
                                             "  deep", "    deeper", "",    "",    "\tt"};
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::string> lines = {pieces[random() % 7]}; // the first decides the indentation
        for (unsigned more = random() % 6; more > 0; --more)
            lines.push_back(pieces[random() % pieces.size()]);
        const bool fold = random() % 2 == 0;
        const char chomping = "-+ "[random() % 3];
        const std::string indentation(5 + random() % 3, ' ');
        std::string yaml = "pages: []\nx:\n  - k: ";
        yaml += fold ? '>' : '|';
        yaml += chomping == ' ' ? std::string() : std::string(1, chomping);
        yaml += '\n';
        for (const std::string &line : lines)
            yaml += (blank(line) ? std::string() : indentation + line) + '\n';
        yaml += "    m: 1\n";
        const auto loaded = readWorkbook(yaml);
        QVERIFY2(loaded.has_value(), yaml.c_str());
        const Json expected = Json::array({Json{{"k", meaning(lines, fold, chomping)}, {"m", 1}}});
        QVERIFY2(loaded->workbook.contents["x"] == expected, (yaml + "\nmeans " + expected.dump()).c_str());
    }
}

void TestBlockTexts::quotesAgreeWithTheRules_data()
{
    QTest::addColumn<char>("quote");
    QTest::newRow("single") << '\'';
    QTest::newRow("double") << '"';
}

void TestBlockTexts::quotesAgreeWithTheRules()
{
    QFETCH(char, quote);
    using Piece = std::pair<std::string, std::string>; // as written, as meant
    const std::vector<Piece> pieces = quote == '"'
                                          ? std::vector<Piece>{{"a", "a"},
                                                               {"\\\"", "\""},
                                                               {"\\n", "\n"},
                                                               {"\\\\", "\\"},
                                                               {"\\u00e9", "\xC3\xA9"},
                                                               {"\\uFEFF", "\xEF\xBB\xBF"},
                                                               {"\\U0001F600", "\xF0\x9F\x98\x80"},
                                                               {"'", "'"},
                                                               {"b: #1", "b: #1"}}
                                          : std::vector<Piece>{{"a", "a"},   {"''", "'"},    {"\\", "\\"},
                                                               {"\"", "\""}, {"\\n", "\\n"}, {"b: #1", "b: #1"}};
    std::mt19937 random(20261122);
    for (int round = 0; round < 3000; ++round) {
        std::string written;
        std::string meant;
        for (unsigned more = 1 + random() % 4, empty = 0; more > 0; --more) {
            if (!written.empty()) { // a new line: one break is a blank, others stay
                empty = random() % 3;
                written += std::string(1 + empty, '\n') + "     ";
                meant += empty ? std::string(empty, '\n') : " ";
            }
            for (unsigned count = 1 + random() % 6; count > 0; --count) {
                const Piece &piece = pieces[random() % pieces.size()];
                written += piece.first;
                meant += piece.second;
            }
        }
        const bool oneLine = written.find('\n') == std::string::npos;
        const std::string text = quote + written + quote;
        const std::string yaml =
            "pages: []\nx:\n  - k: " + text + '\n' + (oneLine ? "    " + text + ": 1\n" : std::string());
        const auto loaded = readWorkbook(yaml);
        QVERIFY2(loaded.has_value(), yaml.c_str());
        Json expected{{"k", meant}};
        if (oneLine && meant != "k")
            expected[meant] = 1;
        QVERIFY2(loaded->workbook.contents["x"] == Json::array({expected}),
                 (yaml + "\nmeans " + expected.dump()).c_str());
    }
}

QTEST_GUILESS_MAIN(TestBlockTexts)
#include "tst_block_texts.moc"
