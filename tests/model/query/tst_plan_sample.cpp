// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "model/sql/statement.h"
#include "tests/support/plan_fixture.h"

using namespace tessera;
using tests::PlanFixture;

#define COMPARE_ROWS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))

namespace {

std::string fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

model::Workbook workbookOf(const QString &path)
{
    const auto loaded = adapters::loadWorkbook(path);
    return loaded ? loaded->workbook : model::Workbook();
}

PlanFixture sample(const model::Workbook &workbook)
{
    PlanFixture fixture(workbook);
    fixture.options.now = *model::momentFromIso("2026-09-30 12:00:00");
    const QDir data(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/data"));
    for (const QString &name : data.entryList({QStringLiteral("*.csv")}, QDir::Files))
        fixture.table(name.chopped(4).toStdString(), fileText(data.filePath(name)));
    const QDir input(data.filePath(QStringLiteral("input")));
    for (const QString &name : input.entryList({QStringLiteral("*.csv")}, QDir::Files))
        fixture.table(name.chopped(4).toStdString(), fileText(input.filePath(name)));
    return fixture;
}

QString planAll(const model::Workbook &workbook, const PlanFixture &fixture)
{
    QString wrong;
    for (const model::Object &element : workbook.elements) {
        for (const model::query::QueryProblem &problem : fixture.plan(element.key()).problems) {
            if (problem.isError)
                wrong += QString::fromStdString(element.key() + ' ' + problem.elementId + ' ' + problem.columnId + ' ' +
                                                problem.pointer + ": ") +
                         problem.message + u'\n';
        }
    }
    return wrong;
}

} // namespace

class TestPlanSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyElementPlans()
    {
        const model::Workbook workbook =
            workbookOf(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        QVERIFY(workbook.elements.size() > 50);
        COMPARE_ROWS(planAll(workbook, sample(workbook)).toStdString(), "");
    }
    void everyElementHasSqlInEveryDialect()
    {
        const model::Workbook workbook =
            workbookOf(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        const PlanFixture fixture = sample(workbook);
        QString wrong;
        int written = 0;
        const auto write = [&](const std::string &name, const model::query::RelationPtr &relation) {
            for (const model::sql::Dialect dialect : model::sql::allDialects()) {
                const model::sql::Statement statement = model::sql::emitSql(relation, dialect);
                for (const model::sql::DialectProblem &problem : statement.problems)
                    wrong += QString::fromStdString(name + ": ") + problem.message + u' ' + problem.hint + u'\n';
                written += statement.isValid();
            }
        };
        for (const model::Object &element : workbook.elements) {
            const model::query::ElementQuery query = fixture.plan(element.key());
            if (query.main.relation)
                write(element.id(), query.main.relation);
            for (const auto &[name, part] : query.parts)
                write(element.id() + '/' + name, part.relation);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(written > 7 * 60);
    }
    void corpus()
    {
        const QString path = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
        if (!QFile::exists(path))
            QSKIP("the corpus workbook is not here");
        const model::Workbook workbook = workbookOf(path);
        COMPARE_ROWS(planAll(workbook, PlanFixture(workbook)).toStdString(), "");
    }
    void numbersOfTheSample()
    {
        const model::Workbook workbook =
            workbookOf(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        PlanFixture f = sample(workbook);
        // Computed from the CSV files by a script of their own.
        COMPARE_ROWS(f.rows("j-funnel"),
                     "1 Visit|3397\n2 Sign-up|694\n3 Activated|564\n4 Onboarded|496\n5 Advocate|229\n");
        COMPARE_ROWS(f.rows("j-progress"), "0.7147|0|1\n");
        COMPARE_ROWS(f.rows("kpi-churn"), "0.3673\n");
        COMPARE_ROWS(f.rows("kpi-risk"), "19926.35\n");
        COMPARE_ROWS(f.rows("o-title", "text:/body"), "705601.09|1295\n");
        COMPARE_ROWS(f.rows("ctl-region", "values"),
                     "Asia Pacific|Asia Pacific|297\nEurope|Europe|587\n"
                     "Latin America|Latin America|155\nNorth America|North America|561\n");
        f.options.controls["pPeriod"] = {};
        COMPARE_ROWS(f.rows("o-category"),
                     "Floor plants|490705.97\nPlanters|231325.45\nCare kits|157329.01\nDesk plants|143228\n"
                     "Green walls|141200.22\n");
        COMPARE_ROWS(f.rows("kpi-revenue"), "76652.93|2026-09-01\n");
        COMPARE_ROWS(f.rows("kpi-revenue", "comparison"), "49316.37\n");
        COMPARE_ROWS(f.rows("p-budget"), "Paid social|4200\nPartner|1800\nEmail|900\n");
        QVERIFY(f.rows("s-pivot").starts_with("Enterprise|Asia Pacific|65434.87\nEnterprise|Europe|190055.82\n"));
        QVERIFY(f.rows("plan-targets").ends_with("2026-09-01|68000|Bruno|Trade fair|8652.93|-|-\n"));
    }
};

QTEST_GUILESS_MAIN(TestPlanSample)
#include "tst_plan_sample.moc"
