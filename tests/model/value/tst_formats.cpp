// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "model/base/json_text.h"
#include "model/value/calendar.h"
#include "model/value/date_format.h"
#include "model/value/json_value.h"
#include "model/value/number_format.h"
#include "model/workbook/look/value_text.h"

using namespace tessera::model;

// Expected texts of numbers are what d3-format 3 gives, but for the minus sign, which is ASCII here.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsOfTheWire()
    {
        QVERIFY(fromJson(Json(std::int64_t(7))) == Value(7));
        QVERIFY(fromJson(Json(std::uint64_t(18446744073709551615u))) ==
                Value(18446744073709551615.0)); // no wrapping to -1
        QVERIFY(literalFromJson(Json("2026-04-21"), true).isMoment());
        QVERIFY(literalFromJson(Json("2026-04-21"), false) == Value("2026-04-21"));
        QVERIFY(literalFromJson(Json("soon"), true) == Value("soon"));
        QVERIFY(literalFromJson(Json::array({1}), false).isNull());
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        const struct
        {
            const char *format;
            double value;
            const char *text;
        } rows[] = {
            {"$,.0f", 1234, "$1,234"},
            {",.2f", 1234.56, "1,234.56"},
            {".1%", 0.123, "12.3%"},
            {"$,.2s", 1234, "$1.2k"},
            {"$.3~s", 1200, "$1.2k"},
            {".3~e", 1230, "1.23e+3"},
            {",.0f", -0.2, "0"},
            {"+,.1f", 0.04, "+0.0"},
            {"(,.0f", -1234, "(1,234)"},
            {"+.0f", -3, "-3"},
            {".2f", 0.125, "0.13"},
            {".3s", 999999, "1.00M"},
            {".2s", 0.0042, "4.2m"},
            {"s", 1500, "1.50000k"},
            {"~s", 1500, "1.5k"},
            {".3r", 123456, "123000"},
            {".2p", 0.1234, "12%"},
            {"d", 3.6, "4"},
            {"x", 255, "ff"},
            {"#X", 255, "0xFF"},
            {"b", 5, "101"},
            {"08.1f", 3.14159, "000003.1"},
            {"*^9", 42, "***42****"},
            {"", 0.1, "0.1"},
            {"", 1234567.25, "1234567.25"},
            {",", 1234567.25, "1,234,567.25"},
            {".3g", 0.00001234, "0.0000123"},
            {".2g", 1234, "1.2e+3"},
            {",.0f", 1e21, "1,000,000,000,000,000,000,000"},
            {"$,.2f", -5, "-$5.00"},
        };
        for (const auto &row : rows)
            QTest::addRow("%s of %g", row.format, row.value)
                << QString::fromUtf8(row.format) << row.value << QString::fromUtf8(row.text);
    }

    void numbers()
    {
        QFETCH(QString, format);
        QFETCH(double, value);
        QFETCH(QString, text);
        const auto parsed = parseNumberFormat(format.toStdString());
        QVERIFY(parsed);
        QCOMPARE(formatNumber(value, *parsed), text);
    }

    void masksOfSpreadsheetsAreNone()
    {
        for (const char *text : {"#,##0", "€,.2f", ".f", "$,.2fx", "%d%"})
            QVERIFY2(!parseNumberFormat(text), text);
    }

    void signsAreTheColumns()
    {
        NumberSigns signs;
        signs.currency = u"CHF "_qs;
        signs.decimal = u","_qs;
        signs.group = u"."_qs;
        QCOMPARE(formatNumber(-1234567.5, *parseNumberFormat("$,.2f"), signs), u"-CHF 1.234.567,50"_qs);
        signs.groupSizes = {3, 2};
        QCOMPARE(formatNumber(1234567, *parseNumberFormat(",.0f"), signs), u"12.34.567"_qs);
    }

    void numbersWithoutAFormat()
    {
        QCOMPARE(plainNumber(2026), u"2,026"_qs);
        QCOMPARE(plainNumber(1234.5), u"1,234.5"_qs);
        QCOMPARE(plainNumber(0.012345), u"0.01235"_qs);
        QCOMPARE(plainNumber(-1.0 / 3), u"-0.3333"_qs);
        QCOMPARE(plainNumber(1e20), u"1e+20"_qs);
        QCOMPARE(plainNumber(std::numeric_limits<double>::infinity()), u"∞"_qs);
    }

    void shortNumbers()
    {
        QCOMPARE(shortNumber(0), u"0"_qs);
        QCOMPARE(shortNumber(950), u"950"_qs);
        QCOMPARE(shortNumber(9500), u"9,500"_qs);
        QCOMPARE(shortNumber(12500), u"12.5K"_qs);
        QCOMPARE(shortNumber(999999), u"1M"_qs);
        QCOMPARE(shortNumber(-4.1e9), u"-4.1B"_qs);
        QCOMPARE(shortNumber(2000, 3, {}, 12000), u"2K"_qs); // as its neighbours
        QCOMPARE(shortNumber(0, 3, {}, 12000), u"0"_qs);
        QCOMPARE(shortNumber(500000, 3, {}, 2e6), u"0.5M"_qs);
        QCOMPARE(shortNumber(2000, 3, {}, 8000), u"2,000"_qs);
        QCOMPARE(shortNumber(0.25), u"0.25"_qs);
        QCOMPARE(shortNumber(1e30), u"1e+30"_qs);
    }

    void moments_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("ISO day") << u"%Y-%m-%d"_qs << u"2026-04-05"_qs;
        QTest::newRow("month") << u"%b %Y"_qs << u"Apr 2026"_qs;
        QTest::newRow("long month") << u"%B %Y"_qs << u"April 2026"_qs;
        QTest::newRow("day of week") << u"%a, %b %-d"_qs << u"Sun, Apr 5"_qs;
        QTest::newRow("time") << u"%Y-%m-%d %H:%M"_qs << u"2026-04-05 14:07"_qs;
        QTest::newRow("twelve hours") << u"%-I:%M %p"_qs << u"2:07 PM"_qs;
        QTest::newRow("quarter") << u"Q%q %y"_qs << u"Q2 26"_qs;
        QTest::newRow("weeks") << u"%U %V %j"_qs << u"14 14 095"_qs;
        QTest::newRow("padding") << u"%_d|%e|%0e"_qs << u" 5| 5|05"_qs;
        QTest::newRow("unknown letters stay") << u"%K 100%% %"_qs << u"%K 100% %"_qs;
    }

    void moments()
    {
        QFETCH(QString, format);
        QFETCH(QString, text);
        QCOMPARE(formatMoment(fromCivil({2026, 4, 5, 14, 7, 9, 0}), format.toStdString()), text);
    }

    void yearsFarAway()
    {
        QCOMPARE(formatMoment(fromCivil({12026, 1, 1}), "%Y-%m-%d"), u"12026-01-01"_qs);
        QCOMPARE(formatMoment(fromCivil({-5, 1, 1}), "%Y"), u"-0005"_qs);
        QCOMPARE(plainMoment(fromCivil({1, 1, 1})), u"0001-01-01"_qs);
    }

    void valuesInTheDressOfTheirColumn()
    {
        const Object element("t", *readJson(R"({"id":"t","kind":"table","columns":[
          {"id":"a","formula":"[x]","format":{"kind":"number","formatString":"$,.1f","currencySymbol":"€","displayNullAs":"n/a"}},
          {"id":"b","formula":"[x]","format":{"kind":"datetime","formatString":"%b %Y"}},
          {"id":"c","formula":"[x]","format":{"kind":"number","formatString":"0.00 kg"}}]})"));
        const ValueText money(columnLook(element, "a")), month(columnLook(element, "b")), odd(columnLook(element, "c"));
        QCOMPARE(money(Value(1234.56)), u"€1,234.6"_qs);
        QCOMPARE(money(Value()), u"n/a"_qs);
        QCOMPARE(money(Value("text")), u"text"_qs);
        QCOMPARE(month(Value(fromCivil({2026, 4, 5}))), u"Apr 2026"_qs);
        QCOMPARE(month(Value(true)), u"True"_qs);
        QCOMPARE(odd(Value(1234.0)), u"1,234"_qs); // a format nobody can read is none
        QCOMPARE(odd(Value(fromCivil({2026, 4, 5, 1, 0, 0}))), u"2026-04-05 01:00:00"_qs);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
