// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "model/base/text.h"
#include "model/change/document.h"
#include "model/checks/checker.h"
#include "model/checks/waivers.h"
#include "model/names/rename.h"
#include "model/schema/catalogue.h"

#include "random_edits.h"
#include "rule_bench.h"

using namespace tessera::model;

namespace {

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

QStringList describe(const QList<Diagnostic> &findings)
{
    QStringList lines;
    for (const Diagnostic &finding : findings)
        lines << QStringLiteral("%1|%2|%3|%4|%5")
                     .arg(toQString(finding.rule), toQString(finding.element), toQString(finding.target.path))
                     .arg(finding.target.node)
                     .arg(finding.message + finding.waiver);
    return lines;
}

} // namespace

class TestIncremental : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever is edited, looking again at what was touched finds the same as looking at everything.
    void equalsAFullCheckAfterRandomEdits_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void equalsAFullCheckAfterRandomEdits()
    {
        QFETCH(int, seed);
        Document document(richWorkbook());
        IncrementalChecker incremental(catalogue());
        incremental.reset(document.workbook());
        connect(&document, &Document::applied, this,
                [&](const ChangeSet &changes) { incremental.update(document.workbook(), changes); });
        RandomEdits edits(static_cast<unsigned>(seed));
        int applied = 0;
        for (int round = 0; round < 250; ++round) {
            const bool undo = round % 7 == 6 && document.history().canUndo();
            const auto done = undo ? document.undo() : document.apply(edits.next(document.workbook()));
            applied += done.has_value();
            const QStringList full = describe(Checker(catalogue()).check(document.workbook()));
            QCOMPARE(describe(incremental.diagnostics()), full);
        }
        QVERIFY(applied > 150);
    }

    void anEditLooksOnlyAtWhatItTouches()
    {
        Workbook workbook = richWorkbook();
        Document document(workbook);
        IncrementalChecker incremental(catalogue());
        incremental.reset(workbook);
        connect(&document, &Document::applied, this,
                [&](const ChangeSet &changes) { incremental.update(document.workbook(), changes); });
        Transaction transaction;
        transaction.changes.push_back(
            SetProperty{Scope::Element, "text", "/body", workbook.element("text")->body().at("body"), Json("# Other")});
        QVERIFY(document.apply(transaction));
        QCOMPARE(incremental.checkedUnits(), 1);
    }

    // Formulas elsewhere are bound again only when the type of a column they read becomes another one.
    void aFormulaReachesItsReadersByItsType()
    {
        Document document(RuleBench().workbook());
        IncrementalChecker incremental(catalogue());
        incremental.reset(document.workbook());
        connect(&document, &Document::applied, this,
                [&](const ChangeSet &changes) { incremental.update(document.workbook(), changes); });
        const auto set = [&](const char *formula) {
            Transaction transaction;
            const Json before = document.workbook().element("base")->body().at("columns").at(2).at("formula");
            transaction.changes.push_back(
                SetProperty{Scope::Element, "base", "/columns/2/formula", before, Json(formula)});
            QVERIFY(document.apply(transaction));
            QCOMPARE(describe(incremental.diagnostics()), describe(Checker(catalogue()).check(document.workbook())));
        };
        set("Number([SALES/VAL])");
        QVERIFY(incremental.checkedUnits() > 1);
        set("Number([SALES/VAL]) * 2");
        QCOMPARE(incremental.checkedUnits(), 1);
        set("Text([SALES/VAL])");
        QVERIFY(incremental.checkedUnits() > 1);
        QVERIFY(describe(incremental.diagnostics()).join(u'\n').contains(u"formula.type|chart"_qs));
    }

    // Who adds up a column learns that it has become a calculation of a grouping.
    void aGroupingReachesWhoAddsUpItsColumns()
    {
        Document document(RuleBench().workbook());
        IncrementalChecker incremental(catalogue());
        incremental.reset(document.workbook());
        connect(&document, &Document::applied, this,
                [&](const ChangeSet &changes) { incremental.update(document.workbook(), changes); });
        Transaction transaction;
        transaction.changes.push_back(
            SetProperty{Scope::Element, "base", "/groupings/0/calculations", Json::array(), Json::array({"c-val"})});
        QVERIFY(document.apply(transaction));
        const QStringList findings = describe(incremental.diagnostics());
        QCOMPARE(findings, describe(Checker(catalogue()).check(document.workbook())));
        QVERIFY(findings.join(u'\n').contains(u"formula.repeated-aggregate|chart"_qs));
    }

    // Rules meet bodies of any shape.
    void neverThrowsOnMalformedBodies()
    {
        std::mt19937 random(20260902);
        const Workbook rich = richWorkbook();
        for (int round = 0; round < 1500; ++round) {
            const Workbook broken = mutated(rich, random);
            const QList<Diagnostic> findings = Checker(catalogue()).check(broken);
            for (const Diagnostic &finding : findings) {
                QVERIFY(findRule(finding.rule));
                QVERIFY(!finding.message.isEmpty());
                if (finding.fix && round % 5 == 0) {
                    Workbook copy = broken;
                    (void)finding.fix->make(copy);
                }
            }
            if (round % 10 == 0) {
                for (const Object &element : broken.elements)
                    (void)makeRename(broken, Scope::Element, element.key(), "/name", "Fresh");
            }
        }
    }

    void waiversMarkFindingsAndComeBack()
    {
        RuleBench bench;
        bench.edit("text", [](LayoutNode &node) { node.rect->y = 10; });
        Document document(bench.workbook());
        const auto overlap = [&] {
            for (const Diagnostic &finding : Checker(catalogue()).check(document.workbook())) {
                if (finding.rule == "layout.overlap")
                    return finding;
            }
            return Diagnostic();
        };
        QVERIFY(!makeWaive(document.workbook(), overlap(), QString()));
        const auto waive = makeWaive(document.workbook(), overlap(), QStringLiteral("Looks right in Sigma."));
        QVERIFY(waive && document.apply(*waive));
        QCOMPARE(overlap().waiver, QStringLiteral("Looks right in Sigma."));
        QCOMPARE(waiversOf(document.workbook()).size(), std::size_t(1));
        const auto again = makeWaive(document.workbook(), overlap(), QStringLiteral("Another reason."));
        QVERIFY(again && document.apply(*again));
        QCOMPARE(overlap().waiver, QStringLiteral("Another reason."));
        const auto back = makeUnwaive(document.workbook(), "layout.overlap", overlap().element);
        QVERIFY(back && document.apply(*back));
        QVERIFY(overlap().waiver.isEmpty());
        QVERIFY(!makeUnwaive(document.workbook(), "layout.overlap", overlap().element));
        Diagnostic error;
        error.rule = "layout.unplaced";
        QVERIFY(!makeWaive(document.workbook(), error, QStringLiteral("Because.")));
    }
};

QTEST_GUILESS_MAIN(TestIncremental)
#include "tst_incremental.moc"
