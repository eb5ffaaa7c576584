// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/table/cell_value.h"
#include "model/table/date_text.h"

using namespace tessera::model;

namespace {

InputColumn column(CellType type)
{
    InputColumn shape;
    shape.id = "c";
    shape.name = QStringLiteral("Amount");
    shape.type = type;
    return shape;
}

InputColumn select(CellType type, std::initializer_list<const char *> options)
{
    InputColumn shape = column(type);
    for (const char *option : options) {
        shape.values.push_back(option);
        shape.options.push_back(QString::fromUtf8(option));
    }
    return shape;
}

} // namespace

class TestCellValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json"); // "" : refused
        const auto row = [](const char *name, CellType type, const char *text, const char *json) {
            QTest::newRow(name) << int(type) << QString::fromUtf8(text) << QString::fromUtf8(json);
        };
        row("empty is null", CellType::Number, "", "null");
        row("blanks are null in a number", CellType::Number, "  ", "null");
        row("blanks stay in a text", CellType::Text, "  ", "\"  \"");
        row("whole", CellType::Number, "42", "42");
        row("negative with grouping", CellType::Number, "-1,234,567.50", "-1234567.5");
        row("plus", CellType::Number, "+7", "7");
        row("exponent", CellType::Number, "1e3", "1000.0");
        row("beyond 64 bits stays exact", CellType::Number, "123456789012345678901", "123456789012345678901");
        row("misplaced comma", CellType::Number, "12,34", "");
        row("comma at the end", CellType::Number, "1,", "");
        row("comma after the dot", CellType::Number, "1.5,000", "");
        row("word", CellType::Number, "abc", "");
        row("unit", CellType::Number, "12 kg", "");
        row("infinity", CellType::Number, "inf", "");
        row("too large", CellType::Number, "1e999", "");
        row("not a number", CellType::Number, "nan", "");
        row("hexadecimal", CellType::Number, "0x10", "");
        row("iso date", CellType::DateTime, "2026-04-21", "\"2026-04-21\"");
        row("slashes, year first", CellType::DateTime, "2026/4/1", "\"2026-04-01\"");
        row("month by name", CellType::DateTime, "21 Apr 2026", "\"2026-04-21\"");
        row("month first by name", CellType::DateTime, "April 21, 2026", "\"2026-04-21\"");
        row("time", CellType::DateTime, "2026-04-21 14:30", "\"2026-04-21T14:30:00Z\"");
        row("offset over midnight", CellType::DateTime, "2026-01-01T01:00:00+02:00", "\"2025-12-31T23:00:00Z\"");
        row("before the epoch with seconds", CellType::DateTime, "1969-12-31T23:59:58.5-00:30",
            "\"1970-01-01T00:29:58.500Z\"");
        row("leap day", CellType::DateTime, "2028-02-29", "\"2028-02-29\"");
        row("no leap day", CellType::DateTime, "2026-02-29", "");
        row("day or month first?", CellType::DateTime, "4/5/2026", "");
        row("month 13", CellType::DateTime, "2026-13-01", "");
        row("trailing words", CellType::DateTime, "2026-04-21 soon", "");
        row("hour 25", CellType::DateTime, "2026-04-21 25:00", "");
        row("yes", CellType::Checkbox, "YES", "true");
        row("unchecked", CellType::Checkbox, "unchecked", "false");
        row("perhaps", CellType::Checkbox, "perhaps", "");
        row("formula column", CellType::Formula, "1", "");
        row("system column", CellType::System, "1", "");
    }

    void parses()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(QString, json);
        const auto parsed = parseCell(column(CellType(type)), text);
        QCOMPARE(parsed ? toQString(writeJson(*parsed)) : QString(), json);
        if (!parsed)
            QVERIFY(!parsed.error().message.isEmpty());
    }

    void textComesBack_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("json");
        QTest::newRow("text") << int(CellType::Text) << QStringLiteral("\" a, b \"");
        QTest::newRow("tenth") << int(CellType::Number) << QStringLiteral("0.1");
        QTest::newRow("large") << int(CellType::Number) << QStringLiteral("1e+300");
        QTest::newRow("int64") << int(CellType::Number) << QStringLiteral("-9223372036854775808");
        QTest::newRow("date") << int(CellType::DateTime) << QStringLiteral("\"2026-04-21T14:30:15.250Z\"");
        QTest::newRow("logical") << int(CellType::Checkbox) << QStringLiteral("false");
        QTest::newRow("list") << int(CellType::MultiSelect)
                              << QStringLiteral("[\"West\",\"North, East\",\"say \\\"hi\\\"\",\" x\"]");
    }

    void textComesBack()
    {
        QFETCH(int, type);
        QFETCH(QString, json);
        const Json value = *readJson(toUtf8(json));
        const InputColumn shape = column(CellType(type));
        const auto back = parseCell(shape, cellText(shape, value));
        QVERIFY(back);
        QCOMPARE(toQString(writeJson(*back)), toQString(writeJson(value)));
    }

    void displayIsForReading()
    {
        const InputColumn number = column(CellType::Number);
        QCOMPARE(cellDisplay(number, 1234567.5), QStringLiteral("1,234,567.5"));
        QCOMPARE(cellDisplay(number, 2026), QStringLiteral("2026"));
        QCOMPARE(cellDisplay(number, -12345), QStringLiteral("-12,345"));
        QCOMPARE(cellDisplay(column(CellType::DateTime), "2026-04-21T14:30:00Z"), QStringLiteral("2026-04-21 14:30"));
        QCOMPARE(cellDisplay(column(CellType::DateTime), "2026-04-21T00:00:00Z"), QStringLiteral("2026-04-21"));
        QCOMPARE(cellDisplay(number, nullptr), QString());
        InputColumn money = number;
        money.formatString = "$,.2f";
        money.currency = "€";
        QCOMPARE(cellDisplay(money, 1234.5), QStringLiteral("€1,234.50"));
        InputColumn month = column(CellType::DateTime);
        month.formatString = "%b %Y";
        QCOMPARE(cellDisplay(month, "2026-04-21T14:30:00Z"), QStringLiteral("Apr 2026"));
    }

    void optionsMatchWithoutCase()
    {
        const InputColumn status = select(CellType::Text, {"Draft", "Final"});
        QCOMPARE(stringOf(*parseCell(status, std::string_view("final"))), std::string("Final"));
        const Json other = *parseCell(status, std::string_view("Open")); // kept, and reported
        QCOMPARE(stringOf(other), std::string("Open"));
        QCOMPARE(cellProblem(status, other),
                 QStringLiteral("“Open” is not one of the values of Amount: Draft, Final."));
        QCOMPARE(cellProblem(status, "Draft"), QString());
        const InputColumn regions = select(CellType::MultiSelect, {"West", "North, East"});
        const Json list = *parseCell(regions, std::string_view("west, \"north, east\", west"));
        QVERIFY(list == Json::array({"West", "North, East"}));
        QCOMPARE(cellProblem(regions, list), QString());
    }

    void rangesAndTypesAreReported()
    {
        InputColumn number = column(CellType::Number);
        number.min = 0;
        number.max = 100;
        QCOMPARE(cellProblem(number, 50), QString());
        QVERIFY(cellProblem(number, -1).contains(QStringLiteral("smallest")));
        QVERIFY(cellProblem(number, 101).contains(QStringLiteral("largest")));
        QVERIFY(!cellProblem(number, "text").isEmpty());
        QCOMPARE(cellProblem(number, nullptr), QString());
        InputColumn date = column(CellType::DateTime);
        date.min = "2026-01-01T00:00:00Z";
        QCOMPARE(cellProblem(date, "2026-01-01"), QString());
        QVERIFY(!cellProblem(date, "2025-12-31").isEmpty());
        QCOMPARE(cellExpectation(number), QStringLiteral("a number from 0 to 100"));
    }

    void calendarAgreesWithQt()
    {
        for (int day = -200000; day < 200000; day += 373) {
            const QDate date = QDate(1970, 1, 1).addDays(day);
            if (date.year() < 1)
                continue;
            const auto read = readDate(toUtf8(date.toString(Qt::ISODate)));
            QVERIFY(read);
            QCOMPARE(read->toMs(), QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
        }
    }

    void columnsAreReadFromTheWire()
    {
        const Object table("t",
                           *readJson("{\"id\":\"t\",\"kind\":\"input-table\",\"source\":{\"kind\":\"linked\",\"from\":"
                                     "\"base\"},\"columns\":["
                                     "{\"id\":\"k\",\"key\":\"col-line\"},{\"id\":\"n\",\"type\":\"number\",\"name\":"
                                     "\"N\",\"range\":{\"min\":0,\"max\":null}},"
                                     "{\"id\":\"s\",\"type\":\"text\",\"values\":[\"A\",2]},{\"id\":\"f\",\"formula\":"
                                     "\"[N]*2\"},{\"id\":\"UPDATED_AT\"},{\"id\":\"x\",\"type\":\"new\"},{}]}"));
        const auto columns = inputColumns(table);
        QCOMPARE(columns.size(), std::size_t(6));
        QCOMPARE(columns[0].type, CellType::ParentKey);
        QCOMPARE(columns[1].type, CellType::Number);
        QVERIFY(columns[1].min && !columns[1].max);
        QCOMPARE(columns[2].options, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("2")}));
        QVERIFY(columns[2].isSelect());
        QCOMPARE(columns[3].type, CellType::Formula);
        QCOMPARE(columns[4].name, QStringLiteral("Updated At"));
        QCOMPARE(columns[5].type, CellType::Unknown);
        QCOMPARE(*linkedParent(table), std::string("base"));
    }
};

QTEST_GUILESS_MAIN(TestCellValue)
#include "tst_cell_value.moc"
