// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"

using namespace tessera::model;

namespace {

// "ref:[A] op:+ num:1": one word per token, so a failing row reads well.
QString describe(const std::string &formula)
{
    static const QHash<TokenKind, QString> names = {
        {TokenKind::Reference, QStringLiteral("ref")},    {TokenKind::Index, QStringLiteral("index")},
        {TokenKind::Text, QStringLiteral("text")},        {TokenKind::Number, QStringLiteral("num")},
        {TokenKind::Identifier, QStringLiteral("id")},    {TokenKind::Keyword, QStringLiteral("word")},
        {TokenKind::Operator, QStringLiteral("op")},      {TokenKind::LeftParen, QStringLiteral("open")},
        {TokenKind::RightParen, QStringLiteral("close")}, {TokenKind::Comma, QStringLiteral("comma")},
        {TokenKind::Dot, QStringLiteral("dot")},          {TokenKind::Error, QStringLiteral("error")}};
    QStringList words;
    for (const Token &token : tokenize(formula))
        words << names.value(token.kind) + u':' + toQString(token.bytes.in(formula));
    return words.join(u' ');
}

} // namespace

class TestLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *formula, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(formula) << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("blanks only", " \t\n ", "");
        row("aggregate", "Sum([Sales Data/Revenue])", "id:Sum open:( ref:[Sales Data/Revenue] close:)");
        row("operators", "1+2-3*4/5%6^7&8",
            "num:1 op:+ num:2 op:- num:3 op:* num:4 op:/ num:5 op:% num:6 op:^ num:7 op:& num:8");
        row("comparisons", "a<=b>=c!=d<>e==f", "id:a op:<= id:b op:>= id:c op:!= id:d op:<> id:e op:== id:f");
        row("words in any case", "Not True AND null oR fAlse",
            "word:Not word:True word:AND word:null word:oR word:fAlse");
        row("names that start like words", "Nothing(Andy, Order)",
            "id:Nothing open:( id:Andy comma:, id:Order close:)");
        row("numbers", "12 3.5 .07 1e6 2E-3 7.", "num:12 num:3.5 num:.07 num:1e6 num:2E-3 num:7.");
        row("bad number", "1.2.3 + 12abc", "error:1.2.3 op:+ error:12abc");
        row("text with escapes", "\"a\\\"b\" & \"c\"\"d\" & 'e'", "text:\"a\\\"b\" op:& text:\"c\"\"d\" op:& text:'e'");
        row("empty text", "If([A] = \"\", 1)", "id:If open:( ref:[A] op:= text:\"\" comma:, num:1 close:)");
        row("text that does not end", "\"abc", "error:\"abc");
        row("text that ends in a backslash", "\"abc\\", "error:\"abc\\");
        row("brackets in a text", "\"[A]\"", "text:\"[A]\"");
        row("escaped brackets", "[a \\[b\\] c] + 1", "ref:[a \\[b\\] c] op:+ num:1");
        row("reference that does not end", "[abc + [Def]", "error:[abc +  ref:[Def]");
        row("reference cut at the end", "Sum([Base/Re", "id:Sum open:( error:[Base/Re");
        row("empty reference", "[ ]", "error:[ ]");
        row("quote in a reference", "[5\" pipe] * 2", "ref:[5\" pipe] op:* num:2");
        row("path into json", "[Col].a.b", "ref:[Col] dot:. id:a dot:. id:b");
        row("index into json", "[Col].list[0].x", "ref:[Col] dot:. id:list index:[0] dot:. id:x");
        row("index after a call", "Array(\"a\")[1]", "id:Array open:( text:\"a\" close:) index:[1]");
        row("two references", "[A] [B]", "ref:[A] ref:[B]");
        row("key called like a word", "[H].end + [H].and", "ref:[H] dot:. id:end op:+ ref:[H] dot:. id:and");
        row("decimal after a reference", "[A] * .5", "ref:[A] op:* num:.5");
        row("curly quotes", "\u201Chi\u201D & 1", "error:\u201Chi\u201D op:& num:1");
        row("stray signs", "a ; b ! c", "id:a error:; id:b error:! id:c");
        row("names beyond ascii", "Größe([Straße/Ä])", "id:Größe open:( ref:[Straße/Ä] close:)");
        row("no-break space", "1\u00A0+\u00A02", "num:1 op:+ num:2");
        row("stray closing bracket", "a]", "id:a error:]");
    }

    void tokens()
    {
        QFETCH(QString, formula);
        QFETCH(QString, expected);
        QCOMPARE(describe(toUtf8(formula)), expected);
    }

    void spansCountUtf16AndBytes()
    {
        const std::string formula = "Größe & [\U0001F600/x] + 1";
        const Tokens tokens = tokenize(formula);
        const QString text = toQString(formula);
        QCOMPARE(tokens.size(), std::size_t(5));
        for (const Token &token : tokens)
            QCOMPARE(text.mid(token.span.offset, token.span.length), toQString(token.bytes.in(formula)));
    }

    void references()
    {
        const auto read = [](const std::string &formula) { return *readReference(formula, tokenize(formula).at(0)); };
        QCOMPARE(read("[Amount]").name, std::string("Amount"));
        QVERIFY(!read("[Amount]").hasPrefix);
        QCOMPARE(read("[ Orders Base / Amount ]").prefix, std::string("Orders Base"));
        QCOMPARE(read("[ Orders Base / Amount ]").name, std::string("Amount"));
        QCOMPARE(read("[Base/Customer/City]").prefix, std::string("Base"));
        QCOMPARE(read("[Base/Customer/City]").name, std::string("Customer/City"));
        QCOMPARE(read("[T/a \\[b\\]]").name, std::string("a [b]"));
        QCOMPARE(escapeName("a [b]"), std::string("a \\[b\\]"));
        const std::string formula = "[Base/Amount]";
        QCOMPARE(std::string(read(formula).prefixBytes.in(formula)), std::string("Base"));
        QCOMPARE(std::string(read(formula).nameBytes.in(formula)), std::string("Amount"));
    }

    void textValues()
    {
        const auto value = [](const std::string &formula) { return textValue(formula, tokenize(formula).at(0)); };
        QCOMPARE(value("\"a\\\"b\\\\c\\nd\\qe\"\"f\""), std::string("a\"b\\c\nd\\qe\"f"));
        QCOMPARE(value("'it''s'"), std::string("it's"));
    }

    void namesFold()
    {
        QCOMPARE(foldName("Orders BASE"), foldName("orders base"));
        QCOMPARE(foldName("STRASSE Ä"), foldName("strasse ä"));
    }

    void anyTextGivesTokensThatCoverIt()
    {
        std::mt19937 random(20260901);
        const std::string alphabet = "[]\"'\\ab1.,+(){}|/ \xC3\xA4\xF0\x9F\xE2\x80\x9C@";
        for (int round = 0; round < 20000; ++round) {
            std::string text(random() % 24, ' ');
            for (char &c : text)
                c = alphabet[random() % alphabet.size()];
            std::size_t at = 0;
            for (const Token &token : tokenize(text)) {
                QVERIFY(token.bytes.offset >= at && token.bytes.length > 0);
                at = token.bytes.end();
            }
            QVERIFY(at <= text.size());
            std::size_t end = 0;
            for (const TemplatePart &part : scanTemplates(text)) {
                QVERIFY(part.whole.offset >= end && part.formula.offset >= part.whole.offset);
                QVERIFY(part.formula.end() <= part.whole.end() && part.format.end() <= part.whole.end());
                end = part.whole.end();
            }
            QVERIFY(end <= text.size());
            for (const AgentMention &mention : scanMentions(text))
                QVERIFY(mention.id.end() <= text.size());
        }
    }

    void templates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // formula;format for each, unclosed ones end in "?"
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("none", "plain { text }", "");
        row("one", "a {{[H]}} b", "[H];");
        row("with a format", "{{ Sum([Base/V]) | $,.0f }}", "Sum([Base/V]);$,.0f");
        row("two", "{{[A]}}-{{[B]|.1%}}", "[A]; [B];.1%");
        row("bar in a text", "{{[A] & \"|\" & [B] | .0f}}", "[A] & \"|\" & [B];.0f");
        row("bar in a name", "{{[A|B]}}", "[A|B];");
        row("braces in a text", "{{\"}}\" & [A]}}", "\"}}\" & [A];");
        row("not closed", "a {{[A] b", "[A] b;?");
        row("open quote", "{{\"abc}} and {{[B]}}", "\"abc; [B];");
        row("empty", "{{}}", ";");
    }

    void templates()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const std::string utf8 = toUtf8(text);
        QStringList parts;
        for (const TemplatePart &part : scanTemplates(utf8))
            parts << toQString(part.formula.in(utf8)) + u';' + toQString(part.format.in(utf8)) +
                         (part.closed ? u""_qs : u"?"_qs);
        QCOMPARE(parts.join(u' '), expected);
    }

    void mentions()
    {
        const std::string text =
            "Use @dataSource(\"base\") or @tool( 't 1' ), not @dataSource(base) nor mail@tool.org @tool(\"x";
        const auto found = scanMentions(text);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(std::string(found[0].id.in(text)), std::string("base"));
        QVERIFY(found[1].kind == MentionKind::Tool);
        QCOMPARE(std::string(found[1].id.in(text)), std::string("t 1"));
    }
};

QTEST_GUILESS_MAIN(TestLexer)
#include "tst_lexer.moc"
