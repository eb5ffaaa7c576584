// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of Sigma's server, and what they mean in a workbook.
#include <algorithm>
#include <functional>

#include <QTest>

#include "model/base/text.h"
#include "model/checks/checker.h"
#include "model/checks/rule.h"
#include "model/checks/rule_reference.h"
#include "model/checks/server_messages.h"
#include "model/schema/catalogue.h"

#include "rule_bench.h"

using namespace tessera::model;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

struct MessageRow
{
    const char *message;
    const char *words; // of the explanation
    const char *rule;  // of the first cause, "" when the workbook is not to blame
    const char *element = "";
    Edit edit = {};
};

std::vector<MessageRow> rows()
{
    const auto set = [](const char *element, const char *path, const char *value) {
        return [=](RuleBench &b) { b.set(element, path, value); };
    };
    return {
        {"contents.pages[0]: Invalid type: \"page\"", "no column", "schema.type", "chart",
         set("chart", "/columns/2", R"J("button")J")},
        {"element 'text' is not placed in layout", "place in the layout", "layout.unplaced", "text",
         [](RuleBench &b) { b.unplace("text"); }},
        {"Duplicate layout element id 'text'", "two places", "layout.duplicate", "text",
         [](RuleBench &b) {
             b.place(NodeKind::Element, "text", "pg", {0, 90, 4, 4});
         }},
        {"Dependency not found: 'nope'", "not there", "reference.source", "chart",
         set("chart", "/source/elementId", R"J("nope")J")},
        {"Dependency not found: 'base/amount'", "not there", "formula.unknown-column", "chart",
         set("chart", "/columns/1/formula", R"J("Sum([Base/Amount])")J")},
        {"Column 'x' is referenced from both 'xAxis' and 'yAxis'; a column can only be on one channel at a time",
         "one channel only", "schema.channel-twice", "chart", set("chart", "/yAxis/columnIds/1", R"J("x")J")},
        {"'z' is not listed on yAxis.columnIds", "second axis", "chart.second-axis", "chart",
         set("chart", "/yAxis2", R"J({"columnIds": ["z"]})J")},
        {"contents.elements[1].columns[1].formula: Invalid string: undefined", "needs a formula", "schema.required",
         "chart", [](RuleBench &b) { b.unset("chart", "/columns/1/formula"); }},
        {"filters[0].id: Invalid string: undefined", "Every filter", "identity.missing-filter-id", "base",
         set("base", "/filters", R"J([{"columnId": "c-dim", "kind": "list", "mode": "include", "values": []}])J")},
        {"refMarks[0]: Invalid value: object", "never a bare number", "schema.type", "chart",
         set("chart", "/refMarks", R"J([{"type": "line", "axis": "series", "value": 3}])J")},
        {"color: Invalid value: string", "wrong form", "schema.type", "chart", set("chart", "/color", R"J("red")J")},
        {"Invalid number format string: 'General'", "d3", "chart.number-format", "chart",
         set("chart", "/columns/1/format", R"J({"kind": "number", "formatString": "General"})J")},
        {"Invalid object: string", "{text:", "content.description", "chart", set("chart", "/description", R"J("x")J")},
        {"Circular column reference to [Sales]", "needs itself", "formula.circular", "chart",
         set("chart", "/columns/1/formula", R"J("[Sales]")J")},
        {"Unknown column \"[Val]\"", "prefix", "formula.unknown-name", "chart",
         set("chart", "/columns/1/formula", R"J("Sum([Val])")J")},
        {"Grouping not found: 'base'", "legs of joins", ""},
        {"bad column: amount", "named by id", ""},
        {"system column ID cannot set type or formula", "no type and no formula", ""},
        {"invalid_request", "names no element", ""},
        {"Layout parent not found in getLayoutParentByLayoutIdOrFail", "sidebars", ""},
        {"HTTP 500, incident-id 7f3a", "layout tags", ""},
        {"<!DOCTYPE html><html><head><title>403 Forbidden</title>", "in front of Sigma", ""},
        {"panels: page headers and page sidebars are not enabled for this workspace", "does not have this feature", ""},
        {"invocable inodes are not supported by this host: 'abc'", "connector", ""},
        {"Invalid source for hierarchy control", "hierarchy control", ""},
        {"Column reference not found", "legs|leg does not have", ""},
        {"cannot reference more than one external relation", "one other element", ""},
        {"documentVersion is stale", "in the meantime", ""},
        {"429 Too Many Requests", "Wait", ""},
        {"401 Unauthorized", "token", ""},
        {"404 Not Found", "wrong id", ""},
        {"Argument 1 invalid for function If. Expected logical; received number", "another type", ""},
    };
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesHaveTheirCause_data()
    {
        QTest::addColumn<int>("index");
        const auto all = rows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::addRow("%s", all[i].message) << static_cast<int>(i);
    }

    void messagesHaveTheirCause()
    {
        QFETCH(int, index);
        const MessageRow row = rows().at(static_cast<std::size_t>(index));
        RuleBench bench;
        if (row.edit)
            row.edit(bench);
        const auto found =
            explain(QString::fromUtf8(row.message), bench.workbook(), Checker(catalogue()).check(bench.workbook()));
        const QStringList words = QString::fromUtf8(row.words).split(u'|');
        QVERIFY2(std::any_of(words.begin(), words.end(), [&](const QString &w) { return found.summary.contains(w); }),
                 qPrintable(found.summary));
        if (!row.edit) {
            QVERIFY(found.causes.isEmpty());
            return;
        }
        QVERIFY(!found.causes.isEmpty());
        QCOMPARE(toQString(found.causes.first().rule), QString::fromUtf8(row.rule));
        QCOMPARE(toQString(found.causes.first().element), QString::fromUtf8(row.element));
    }

    void everyRowNamesRulesThatExist()
    {
        for (const ServerMessage &message : serverMessages()) {
            QVERIFY2(!explanationOf(message).isEmpty(), message.pattern);
            for (const QString &rule : QString::fromUtf8(message.rules).split(u' ', Qt::SkipEmptyParts)) {
                const bool topic = rule.endsWith(u'*');
                const auto fits = [&](const RuleInfo &info) {
                    return topic ? QString::fromUtf8(info.id).startsWith(rule.chopped(1))
                                 : rule == QLatin1String(info.id);
                };
                QVERIFY2(std::any_of(allRules().begin(), allRules().end(), fits), qPrintable(rule));
            }
        }
    }

    void thePlaceIsRead()
    {
        const NamedPlace deep = placeNamedIn(u"contents.elements[3].columns[0].formula: Invalid string: undefined"_qs);
        QCOMPARE(deep.element, 3);
        QCOMPARE(deep.pointer, std::string("/columns/0/formula"));
        QCOMPARE(placeNamedIn(u"backgroundImage.source: Invalid value"_qs).pointer,
                 std::string("/backgroundImage/source"));
        QCOMPARE(placeNamedIn(u"Invalid Query"_qs).pointer, std::string());
    }

    // Two charts have the same fault: the one the message names comes first.
    void theNamedElementComesFirst()
    {
        RuleBench bench;
        bench.add(R"J({"id": "late", "kind": "pie-chart", "name": "L", "source": {"kind": "table", "elementId": "base"},
 "columns": [{"id": "d", "name": "D", "formula": "[Base/Dim]"}, {"id": "v", "name": "V"}], "value": {"columnId": "v"}, "color": {"columnId": "d"}})J");
        bench.unset("chart", "/columns/1/formula");
        const int index = bench.workbook().elements.indexOf("late");
        const QString message =
            QStringLiteral("contents.elements[%1].columns[1].formula: Invalid string: undefined").arg(index);
        const auto found = explain(message, bench.workbook(), Checker(catalogue()).check(bench.workbook()));
        QCOMPARE(found.causes.size(), 2);
        QCOMPARE(toQString(found.causes.first().element), u"late"_qs);
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
