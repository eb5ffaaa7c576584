// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QTest>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/change/apply.h"
#include "model/checks/checker.h"
#include "model/checks/rule_reference.h"
#include "model/schema/catalogue.h"
#include "model/table/memory_row_store.h"
#include "model/workbook/invariants.h"

#include "rule_bench.h"

using namespace tessera::model;

namespace {

std::vector<RuleCase> allCases()
{
    std::vector<RuleCase> all;
    for (const auto &cases :
         {structureCases(), identityCases(), referenceCases(), layoutCases(),    gridCases(),    chartCases(),
          contentCases(),   dataCases(),     actionCases(),    formulaCases(),   controlCases(), sourceCases(),
          shownCases(),     documentCases(), schemaCases(),    schemaFixCases(), profileCases(), stepCases(),
          wiringCases(),    reachCases(),    settingCases(),   nearMisses()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

QStringList describe(const QList<Diagnostic> &findings)
{
    QStringList lines;
    for (const Diagnostic &finding : findings)
        lines << QStringLiteral("%1 [%2 %3]: %4")
                     .arg(toQString(finding.rule), toQString(finding.element), toQString(finding.target.path),
                          finding.message);
    return lines;
}

const Catalogue &catalogue()
{
    static const Catalogue loaded = *loadCatalogue();
    return loaded;
}

// Steps for a person belong to some kinds whatever they look like.
QList<Diagnostic> withoutSteps(QList<Diagnostic> findings, const std::string &except = {})
{
    findings.removeIf([&](const Diagnostic &d) { return d.severity == Severity::Manual && d.rule != except; });
    return findings;
}

const Diagnostic *find(const QList<Diagnostic> &findings, const std::string &rule)
{
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Diagnostic &d) { return d.rule == rule; });
    return found == findings.end() ? nullptr : &*found;
}

// What only a person can decide: which column, page or words were meant, or a step in Sigma itself.
const std::set<std::string> &withoutSafeFix()
{
    static const std::set<std::string> rules = {"structure.folder",
                                                "identity.synced-without-primary",
                                                "reference.popover-trigger",
                                                "reference.popover-button-actions",
                                                "layout.container-in-tab",
                                                "chart.scatter-source",
                                                "content.span-style",
                                                "content.markdown",
                                                "action.download-report",
                                                "action.delivery",
                                                "source.write-back-table",
                                                "document.audience",
                                                "document.column-protection",
                                                "content.svg-data",
                                                "content.image-address",
                                                "data.key-without-parent",
                                                "data.linked-key",
                                                "data.entry-permission",
                                                "data.connection-placeholder",
                                                "data.unused",
                                                "action.linked-rows",
                                                "action.current-row",
                                                "action.no-url",
                                                "action.ui-only",
                                                "action.call-agent",
                                                "action.column-scope",
                                                "action.agent-input",
                                                "action.form-field",
                                                "action.selection-scope",
                                                "action.overlay-control",
                                                "action.sequence",
                                                "formula.arity",
                                                "formula.circular",
                                                "formula.aggregate-level",
                                                "formula.calculation-level",
                                                "formula.key-value-level",
                                                "formula.ambiguous",
                                                "formula.list-in-text",
                                                "formula.card-binding",
                                                "document.agent-mention",
                                                "document.gate",
                                                "document.plugin-id",
                                                "schema.reference-kind",
                                                "chart.kpi-siblings",
                                                "document.gate-off",
                                                "data.connection-write",
                                                "data.connection-variant",
                                                "chart.no-axes",
                                                "chart.log-scale",
                                                "chart.pivot-top",
                                                "source.circle",
                                                "source.path-depth",
                                                "source.sql-columns",
                                                "source.sql-with",
                                                "source.upload",
                                                "source.transpose",
                                                "formula.lookup-elements",
                                                "formula.repeated-aggregate",
                                                "chart.filter-control",
                                                "chart.kpi-timeline",
                                                "data.input-consumer",
                                                "data.publish",
                                                "control.input-default",
                                                "control.many-segments",
                                                "document.changed-kind",
                                                "action.missing",
                                                "action.clear-unproven",
                                                "action.clear-host-page",
                                                "action.reset-form",
                                                "action.automated",
                                                "action.connector",
                                                "document.theme-id",
                                                "document.size",
                                                "action.row-key",
                                                "control.two-pages",
                                                "data.parent-filters",
                                                "data.variant-type"};
    return rules;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBenchIsClean() { QCOMPARE(describe(check(RuleBench())), QStringList()); }

    void everyRowIsComplete()
    {
        std::set<std::string> ids;
        for (const RuleInfo &rule : allRules()) {
            QVERIFY2(ids.insert(rule.id).second, rule.id);
            QVERIFY2(!rule.titleText().isEmpty() && rule.explanationText().size() > 20, rule.id);
            QVERIFY2(rule.topic().size() < std::string_view(rule.id).size(), rule.id);
        }
    }

    // Each rule: a workbook that breaks it, one that comes close (another one than the bench), and a quick fix that is
    // tested, unless none is safe.
    void everyRuleHasAllThree()
    {
        std::set<std::string> broken, close, fixed;
        const Workbook base = RuleBench().workbook();
        for (const RuleCase &row : allCases()) {
            if (row.bad) {
                broken.insert(row.rule);
                RuleBench bench;
                row.bad(bench);
                const QList<Diagnostic> findings = check(bench);
                const Diagnostic *finding = find(findings, row.rule);
                if (finding && finding->fix)
                    fixed.insert(row.rule);
            }
            RuleBench bench;
            if (row.good)
                row.good(bench);
            if (!(bench.workbook() == base))
                close.insert(row.rule);
        }
        QStringList missing;
        for (const RuleInfo &rule : allRules()) {
            if (!broken.contains(rule.id))
                missing << QLatin1String(rule.id) + u" broken"_qs;
            if (!close.contains(rule.id))
                missing << QLatin1String(rule.id) + u" near miss"_qs;
            if (fixed.contains(rule.id) == withoutSafeFix().contains(rule.id))
                missing << QLatin1String(rule.id) + (fixed.contains(rule.id) ? u" has a fix after all"_qs : u" fix"_qs);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u"\n"_qs)));
    }

    void breaksOnlyIt_data() { rows(); }
    void breaksOnlyIt()
    {
        QFETCH(int, index);
        const RuleCase row = rowAt(index);
        if (!row.bad)
            return;
        RuleBench bench;
        row.bad(bench);
        const QList<Diagnostic> findings = withoutSteps(check(bench), row.rule);
        QVERIFY2(find(findings, row.rule), qPrintable(describe(findings).join(u'\n')));
        for (const Diagnostic &finding : findings) {
            const bool expected =
                finding.rule == row.rule || std::find(row.also.begin(), row.also.end(), finding.rule) != row.also.end();
            QVERIFY2(expected, qPrintable(describe(findings).join(u'\n')));
            QVERIFY(!finding.message.isEmpty());
            QVERIFY2(!finding.message.contains(u"%1"), qPrintable(finding.message));
        }
    }

    void comesCloseAndIsFine_data() { rows(); }
    void comesCloseAndIsFine()
    {
        QFETCH(int, index);
        const RuleCase row = rowAt(index);
        RuleBench bench;
        if (row.good)
            row.good(bench);
        QCOMPARE(describe(withoutSteps(check(bench))), QStringList());
        QVERIFY(!row.good || !find(check(bench), row.rule));
    }

    void quickFixRepairs_data() { rows(); }
    void quickFixRepairs()
    {
        QFETCH(int, index);
        const RuleCase row = rowAt(index);
        if (!row.bad)
            return;
        RuleBench bench;
        row.bad(bench);
        Workbook workbook = bench.workbook();
        MemoryRowStore store;
        for (int round = 0; round < 20; ++round) {
            const QList<Diagnostic> findings = Checker(catalogue()).check(workbook);
            const Diagnostic *finding = find(findings, row.rule);
            if (!finding)
                break;
            if (!finding->fix)
                return; // nothing safe can be offered
            QVERIFY2(!finding->fix->label.isEmpty(), row.rule.c_str());
            const Workbook before = workbook;
            const auto transaction = finding->fix->make(workbook);
            QVERIFY2(transaction, transaction ? "" : qPrintable(transaction.error().message));
            QVERIFY2(apply(workbook, store, *transaction), qPrintable(finding->message));
            QCOMPARE(checkInvariants(workbook), QStringList());
            Workbook back = workbook;
            QVERIFY(apply(back, store, invert(*transaction)));
            QVERIFY(back == before);
        }
        const QList<Diagnostic> left = Checker(catalogue()).check(workbook);
        QVERIFY2(!find(left, row.rule), qPrintable(describe(left).join(u'\n')));
        // A fix may bring to light what stood behind the fault, but breaks nothing else.
        static const std::set<std::string> behind = {"schema.required", "schema.reference", "layout.unplaced",
                                                     "document.gate", "document.gate-off"};
        const QList<Diagnostic> first = check(bench);
        for (const Diagnostic &finding : left)
            QVERIFY2(find(first, finding.rule) || finding.severity != Severity::Error || behind.contains(finding.rule),
                     qPrintable(describe(left).join(u'\n')));
    }

    // d3's own formats, not only something d3 can read.
    void masksAreTranslated_data()
    {
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("symbol");
        QTest::newRow("thousands") << u"#,##0"_qs << u",.0f"_qs << QString();
        QTest::newRow("cents") << u"#,##0.00"_qs << u",.2f"_qs << QString();
        QTest::newRow("digits") << u"0.000"_qs << u".3f"_qs << QString();
        QTest::newRow("percent") << u"#,##0.0%"_qs << u",.1%"_qs << QString();
        QTest::newRow("dollars") << u"$#,##0"_qs << u"$,.0f"_qs << QString();
        QTest::newRow("euros behind") << u"#,##0.00 €"_qs << u"$,.2f"_qs << u"€"_qs;
        QTest::newRow("pounds in a format") << u"£,.1f"_qs << u"$,.1f"_qs << u"£"_qs;
    }

    void masksAreTranslated()
    {
        QFETCH(QString, mask);
        QFETCH(QString, format);
        QFETCH(QString, symbol);
        RuleBench bench;
        bench.set("chart", "/columns/1/format", writeJson(Json{{"kind", "number"}, {"formatString", toUtf8(mask)}}));
        const QList<Diagnostic> findings = check(bench);
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.first().fix && findings.first().fix->label.contains(format));
        Workbook workbook = bench.workbook();
        MemoryRowStore store;
        QVERIFY(apply(workbook, store, *findings.first().fix->make(workbook)));
        const Json &fixed = workbook.elements.find(findings.first().target.key)->body()["columns"][1]["format"];
        QCOMPARE(QString::fromStdString(fixed.value("formatString", "")), format);
        QCOMPARE(QString::fromStdString(fixed.value("currencySymbol", "")), symbol);
    }

    // Findings of a hostile file have to fit in memory.
    void manyUnknownFieldsAreSummedUp()
    {
        RuleBench bench;
        for (int i = 0; i < 250; ++i)
            bench.set("chart", "/unknown" + std::to_string(i), "1");
        const QList<Diagnostic> findings = check(bench);
        QCOMPARE(findings.size(), 101);
        QVERIFY(findings.at(99).message.contains(u"unknown99"));
        QVERIFY2(findings.last().message.contains(u"150 more fields"), qPrintable(findings.last().message));
    }

    void profilesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fine");
        QTest::newRow("empty") << u"{}"_qs << true;
        QTest::newRow("both")
            << uR"({"features": {"form": true}, "connections": {"c": {"writeAccess": false, "variant": true}}})"_qs
            << true;
        QTest::newRow("no JSON") << u"features: {}"_qs << false;
        QTest::newRow("a list") << u"[]"_qs << false;
        QTest::newRow("a word for a feature") << uR"({"features": {"form": "yes"}})"_qs << false;
        QTest::newRow("an unknown section") << uR"({"feature": {}})"_qs << false;
        QTest::newRow("an unknown fact") << uR"({"connections": {"c": {"speed": true}}})"_qs << false;
    }

    void profilesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(bool, fine);
        const auto profile = readProfile(toUtf8(text));
        QCOMPARE(profile.has_value(), fine);
        if (!fine)
            QVERIFY(!profile.error().message.isEmpty());
        else if (const auto *connection = profile->connection("c"))
            QVERIFY(connection->writeAccess == std::optional(false) && connection->variant == std::optional(true));
    }

    void whatTheOrganisationHasIsNoStep()
    {
        RuleBench bench;
        bench.add(R"J({"id": "f", "kind": "form", "fields": [{"fieldId": "n", "type": "text", "label": "N"}]})J");
        QVERIFY(find(check(bench), "document.gate"));
        bench.setProfile(R"J({"features": {"form": true}})J");
        QVERIFY(!find(check(bench), "document.gate"));
        bench.setProfile(R"J({"features": {"form": false}})J");
        QVERIFY(find(check(bench), "document.gate-off"));
    }

    void theReferenceNamesEveryRule()
    {
        const std::string text = ruleReferenceMarkdown();
        for (const RuleInfo &rule : allRules())
            QVERIFY2(text.find('`' + std::string(rule.id) + '`') != std::string::npos, rule.id);
    }

    void maskedMessagesAreExplained()
    {
        RuleBench bench;
        bench.unset("ctl", "/mode");
        const auto masked = explain(QStringLiteral("Invalid kind: \"control\""), bench.workbook(), check(bench));
        QVERIFY(!masked.summary.isEmpty());
        QCOMPARE(masked.causes.size(), 1);
        QCOMPARE(masked.causes.first().element, std::string("ctl"));
        RuleBench other;
        other.unplace("text");
        const auto plain =
            explain(QStringLiteral("element 'text' is not placed in layout"), other.workbook(), check(other));
        QCOMPARE(plain.causes.size(), 1);
        QCOMPARE(plain.causes.first().rule, std::string("layout.unplaced"));
        QVERIFY(explain(QStringLiteral("the moon is made of cheese"), other.workbook(), check(other)).causes.isEmpty());
    }

private:
    static QList<Diagnostic> check(const RuleBench &bench)
    {
        return Checker(catalogue(), bench.profile()).check(bench.workbook());
    }

    static void rows()
    {
        QTest::addColumn<int>("index");
        const auto cases = allCases();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %d", cases[i].rule.c_str(), static_cast<int>(i)) << static_cast<int>(i);
    }

    static RuleCase rowAt(int index) { return allCases().at(static_cast<std::size_t>(index)); }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
