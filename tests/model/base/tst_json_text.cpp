// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"

using namespace tessera::model;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("scalars") << QByteArray("[null,true,false,0,-1,1.5,\"\",{},[]]");
        QTest::newRow("key order") << QByteArray("{\"z\":1,\"a\":{\"y\":2,\"b\":[3,{\"x\":4}]}}");
        QTest::newRow("escapes") << QByteArray("[\"\\\"\\\\\\b\\f\\n\\r\\t\",\"\\u0001\",\"é€😀\"]");
        QTest::newRow("limits of whole numbers")
            << QByteArray("[-9223372036854775808,9223372036854775807,18446744073709551615]");
        QTest::newRow("numbers beyond the machine")
            << QByteArray("[123456789012345678901,1.10,1e400,-0,0.1000000000000000000001,1E5,-1e-999]");
        QTest::newRow("numbers of YAML") << QByteArray("[0o7,0x1F,.inf,-.inf,.nan,+5]");
    }
    void textsComeBackAsTheyWere()
    {
        QFETCH(QByteArray, text);
        const auto read = readJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(QByteArray::fromStdString(writeJson(*read)), text);
        const auto again = readJson(writeJson(*read, 2));
        QVERIFY(again && *again == *read);
    }

    void escapesAreRead()
    {
        const auto read = readJson("  \"\\u00e9\\u20AC\\ud83d\\ude00\\/\"  ");
        QVERIFY(read);
        QCOMPARE(read->get<std::string>(), std::string("é€😀/"));
    }

    void wrongTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"",       " ",          "{",       "[1,]",        "[1 2]",       "{\"a\"}",      "{\"a\":}",
              "{a:1}",  "\"open",     "\"\\x\"", "\"\\ud83d\"", "\"\\udc00\"", "\"\\u12g4\"",  "nul",
              "truely", "1 2",        "[1]x",    "\"\x01\"",    "\"\xff\"",    "\"\xc0\x80\"", "\"\xed\xa0\x80\"",
              "\"\\",   "\"\\ud83d\\"})
            QTest::addRow("%s", QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
    }
    void wrongTextsAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = readJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QVERIFY(read.error().detail.contains(QLatin1String("at byte")));
    }

    void depthIsLimited()
    {
        QVERIFY(readJson(std::string(5, '[') + std::string(5, ']'), 5));
        const auto deep = readJson(std::string(1000000, '['), 200);
        QVERIFY(!deep);
        QCOMPARE(deep.error().code, ErrorCode::Limit);
    }

    void theLastOfTwoEqualKeysCounts()
    {
        const auto read = readJson("{\"a\":1,\"b\":2,\"a\":3}");
        QVERIFY(read);
        QCOMPARE(QByteArray::fromStdString(writeJson(*read)), QByteArray("{\"a\":3,\"b\":2}"));
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
