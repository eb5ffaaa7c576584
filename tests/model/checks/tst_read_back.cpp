// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/text.h"
#include "model/checks/checker.h"
#include "model/checks/read_back.h"
#include "model/names/json_read.h"
#include "model/schema/catalogue.h"

#include "rule_bench.h"

using namespace tessera::model;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

QStringList stepsOf(const ReadBackRepairs &repaired)
{
    QStringList steps;
    for (const Diagnostic &step : repaired.steps)
        steps << toQString(step.rule);
    return steps;
}

QStringList errorsOf(const Workbook &workbook)
{
    QStringList errors;
    for (const Diagnostic &finding : Checker(catalogue()).check(workbook)) {
        if (finding.severity == Severity::Error)
            errors << toQString(finding.rule) + u": "_qs + finding.message;
    }
    return errors;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(RuleBench &)>)

class TestReadBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanWorkbookStaysAsItIs()
    {
        const RuleBench bench;
        const ReadBackRepairs repaired = repairReadBack(bench.workbook(), catalogue());
        QVERIFY(repaired.workbook == bench.workbook());
        QCOMPARE(stepsOf(repaired), QStringList());
    }

    void whatSigmaReturnsIsTakenBack_data();
    void whatSigmaReturnsIsTakenBack()
    {
        QFETCH(Edit, edit);
        QFETCH(QStringList, steps);
        RuleBench bench;
        edit(bench);
        const ReadBackRepairs repaired = repairReadBack(bench.workbook(), catalogue());
        QCOMPARE(stepsOf(repaired), steps);
        QCOMPARE(errorsOf(repaired.workbook), QStringList());
        for (const Diagnostic &step : repaired.steps)
            QVERIFY(!step.message.isEmpty() && !step.message.contains(u"%1"));
    }

    void allOfOneObjectGo()
    {
        RuleBench bench;
        bench.set(
            "base", "/sort",
            R"J([{"columnId": "c-gone", "direction": "ascending"}, {"columnId": "c-dim", "direction": "ascending"},
            {"columnId": "c-lost", "direction": "ascending"}])J");
        const ReadBackRepairs repaired = repairReadBack(bench.workbook(), catalogue());
        QCOMPARE(repaired.steps.size(), 2);
        QCOMPARE(repaired.steps.first().target.path, std::string("/sort/2/columnId"));
        QCOMPARE(repaired.steps.last().target.path, std::string("/sort/0/columnId"));
        const Json &sort = items(repaired.workbook.elements.find("base")->body(), "sort");
        QCOMPARE(static_cast<int>(sort.size()), 1);
        QCOMPARE(stringMember(sort[0], "columnId"), std::string("c-dim"));
    }

    // Without its filter a table would show other rows, and nobody would know.
    void filtersAndGroupingsAreLeftToAPerson()
    {
        RuleBench bench;
        bench.set("base", "/filters",
                  R"J([{"id": "f", "columnId": "c-gone", "kind": "list", "mode": "include", "values": ["a"]}])J");
        bench.set("base", "/groupings/0/groupBy", R"J(["c-dim", "c-gone"])J");
        const ReadBackRepairs repaired = repairReadBack(bench.workbook(), catalogue());
        QVERIFY(repaired.workbook == bench.workbook());
        QCOMPARE(errorsOf(repaired.workbook).size(), 2);
    }
};

void TestReadBack::whatSigmaReturnsIsTakenBack_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, Edit edit, const QStringList &steps) {
        QTest::newRow(name) << std::move(edit) << steps;
    };
    row("settings of a system column",
        [](RuleBench &b) {
            b.add(R"J({"id": "in", "kind": "input-table", "name": "In", "inputMode": "view",
                "source": {"kind": "empty", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d"},
                "columns": [{"id": "note", "type": "text", "name": "Note"}, {"id": "ID", "name": "Id", "type": "text"}]})J");
        },
        {u"repair.system-columns"_qs});
    row("a comparison with nothing",
        [](RuleBench &b) {
            b.add(R"J({"id": "k", "kind": "kpi-chart", "name": "K", "source": {"kind": "table", "elementId": "base"},
                "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}], "value": {"columnId": "v"},
                "comparison": {"display": "percent"}})J");
        },
        {u"repair.kpi-comparison"_qs});
    row("totals of one series",
        [](RuleBench &b) {
            b.set("chart", "/kind", R"J("waterfall-chart")J");
            b.set("chart", "/waterfallShape", R"J({"endTotal": {"visibility": "shown"}})J");
        },
        {u"repair.waterfall-totals"_qs});
    row("a sort by a column that is gone",
        [](RuleBench &b) { b.set("base", "/sort", R"J([{"columnId": "c-gone", "direction": "ascending"}])J"); },
        {u"repair.dangling-references"_qs});
    row("a value of a pivot that is gone",
        [](RuleBench &b) {
            b.add(R"J({"id": "p", "kind": "pivot-table", "name": "P", "source": {"kind": "table", "elementId": "base"},
                "columns": [{"id": "v", "name": "V", "formula": "Sum([Base/Val])"}], "values": ["v", "w"]})J");
        },
        {u"repair.dangling-references"_qs});
    row("an agent that reads what is gone",
        [](RuleBench &b) {
            b.setContents(
                "/agents",
                R"J([{"id": "a", "instructions": "Help.", "dataSources": [{"kind": "table", "elementId": "gone"}]}])J");
        },
        {u"repair.dangling-references"_qs});
    row("a title that was forgotten", [](RuleBench &b) { b.set("base", "/name", R"J({"visibility": "hidden"})J"); },
        {u"repair.hidden-names"_qs});
    row("an action of a hidden button",
        [](RuleBench &b) {
            b.addOverlay(
                R"J({"id": "m", "type": "modal", "name": "M", "modal": {"footer": {"primaryCta": {"text": "S", "visible": "hidden"}}},
                "actions": [{"id": "a", "trigger": "on-primary-cta-click", "effects": [{"effect": "close-overlay"}]}]})J");
        },
        {u"repair.hidden-buttons"_qs});
    row("a stack that kept its content here",
        [](RuleBench &b) {
            b.add(R"J({"id": "box", "kind": "container"})J");
            b.add(R"J({"id": "inner", "kind": "text", "body": "x"})J", "box");
            b.edit("box", [](LayoutNode &node) { node.extra.push_back({"type", "stack"}); });
        },
        {u"repair.stacks"_qs});
    row("a number as a text",
        [](RuleBench &b) {
            b.set(
                "base", "/conditionalFormats",
                R"J([{"type": "single", "columnIds": ["c-val"], "condition": ">", "value": "5", "style": {"color": "#ff0000"}}])J");
            b.set("base", "/columns/2/formula", R"J("Number([SALES/VAL])")J");
        },
        {u"repair.format-values"_qs});
}

QTEST_GUILESS_MAIN(TestReadBack)
#include "tst_read_back.moc"
