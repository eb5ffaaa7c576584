// SPDX-License-Identifier: GPL-3.0-or-later
// Each function and each shape of plan, run on SQLite, on a PostgreSQL server and by the plain evaluator: all agree.
#include <QTest>

#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/evaluate.h"
#include "tests/adapters/query/three_ways.h"
#include "tests/support/function_cases.h"
#include "tests/support/plan_shapes.h"
#include "tests/support/postgres_server.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model;
using namespace tessera::model::query;

namespace {

formula::Environment environment()
{
    formula::Environment out;
    out.now = *momentFromIso("2026-05-13 10:20:30");
    return out;
}

PlainTables tables()
{
    return [](const TableSource &source) -> const PlainRows * {
        return source.path.back() == "ROWS" ? &functionRows() : plainTables()(source);
    };
}

} // namespace

class TestDifferential : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<adapters::SqliteConnection> m_sqlite;
    std::unique_ptr<PostgresServer> m_postgres;
    QString m_noPostgres;

    // What differs, "" when nothing does. `expected`: of the plain evaluator; null: databases are compared alone.
    QString compared(const RelationPtr &plan, const std::vector<std::vector<Value>> *expected, bool ordered,
                     const std::string &elsewhere)
    {
        const Answer here = ask(*m_sqlite, plan, environment());
        if (here.inexpressible || !here.failure.isEmpty())
            return QStringLiteral("SQLite: ") + here.why + here.failure + QLatin1Char('\n') + toQString(here.text);
        if (const QString wrong = expected ? difference(here.rows, *expected, ordered) : QString(); !wrong.isEmpty())
            return QStringLiteral("SQLite <> plain: ") + wrong + QLatin1Char('\n') + toQString(here.text);
        if (!m_postgres)
            return {};
        const Answer there = ask(m_postgres->database(), plan, environment());
        if (there.inexpressible) {
            m_inexpressible << there.why;
            return {};
        }
        QString wrong = there.failure.isEmpty() ? difference(there.rows, here.rows, ordered) : there.failure;
        if (wrong.isEmpty())
            return {};
        wrong = QStringLiteral("PostgreSQL <> SQLite: ") + wrong + QLatin1Char('\n') + toQString(there.text);
        if (elsewhere.empty())
            return wrong;
        qInfo("%s\n(%s)", qPrintable(wrong.section(QLatin1Char('\n'), 0, 0)), elsewhere.c_str());
        return {};
    }

    QStringList m_inexpressible;

    static void addRows(const std::vector<FunctionCase> &cases)
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<QByteArray>("elsewhere");
        for (const FunctionCase &one : cases)
            QTest::newRow(one.formula.c_str())
                << QByteArray::fromStdString(one.formula) << QByteArray::fromStdString(one.elsewhere);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = adapters::SqliteConnection::open();
        QVERIFY(opened);
        m_sqlite = std::move(*opened);
        m_postgres = PostgresServer::start(&m_noPostgres);
        auto all = planTables();
        all.emplace("ROWS", functionRows());
        createTables(*m_sqlite, all);
        if (m_postgres)
            createTables(m_postgres->database(), all);
        else
            qWarning("without PostgreSQL: %s", qPrintable(m_noPostgres));
    }

    void scalars_data() { addRows(scalarCases()); }
    void scalars()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, elsewhere);
        const ExpressionPtr expression = compiled(formula.toStdString());
        QVERIFY(expression);
        const RelationPtr plan =
            makeSort(makeProject(functionTable(), {{"Row", use("Row", ValueType::Number)}, {"Result", expression}}),
                     {{use("Row", ValueType::Number)}});
        const formula::BoundFormula bound = formula::bindFormula(formula.toStdString(), rowScope());
        std::vector<std::vector<Value>> expected;
        for (const auto &row : functionRows().rows) {
            const auto valueOf = [&](const formula::Symbol &symbol) {
                for (std::size_t i = 0; i < row.size(); ++i) {
                    if (functionRows().columns[i].name == symbol.name)
                        return row[i];
                }
                return Value();
            };
            expected.push_back({row.front(), formula::evaluate(bound.root, valueOf, environment())});
        }
        const bool named = formula.startsWith("Call") || formula.startsWith("Spark"); // not computed by row
        const QString wrong = compared(plan, named ? nullptr : &expected, true, elsewhere.toStdString());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aggregates_data() { addRows(aggregateCases()); }
    void aggregates()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, elsewhere);
        const ExpressionPtr expression = compiled(formula.toStdString());
        QVERIFY(expression);
        const RelationPtr inOrder = makeSort(functionTable(), {{use("Row", ValueType::Number)}});
        for (const bool grouped : {true, false}) {
            std::vector<NamedExpression> keys;
            if (grouped)
                keys.push_back({"Group", use("Group", ValueType::Text)});
            const RelationPtr plan = makeAggregate(inOrder, keys, {{"Result", expression}});
            const bool named = formula.startsWith("Agg");
            const auto expected =
                named ? std::vector<std::vector<Value>>() : evaluatePlainly(plan, tables(), environment()).rows;
            const QString wrong = compared(plan, named ? nullptr : &expected, false, elsewhere.toStdString());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        // A group without rows has a result as well.
        const RelationPtr none =
            makeAggregate(makeFilter(functionTable(), constant(false)), {}, {{"Result", expression}});
        const bool named = formula.startsWith("Agg");
        const auto expected =
            named ? std::vector<std::vector<Value>>() : evaluatePlainly(none, tables(), environment()).rows;
        const QString wrong = compared(none, named ? nullptr : &expected, false, elsewhere.toStdString());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void windows_data() { addRows(windowCases()); }
    void windows()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, elsewhere);
        const ExpressionPtr expression = compiled(formula.toStdString());
        QVERIFY(expression);
        const RelationPtr plan = makeSort(
            makeProject(functionTable(), {{"Row", use("Row", ValueType::Number)}, {"Result", windowOf(expression)}}),
            {{use("Row", ValueType::Number)}});
        const auto expected = evaluatePlainly(plan, tables(), environment()).rows;
        const QString wrong = compared(plan, &expected, true, elsewhere.toStdString());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void plans_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const NamedPlan &plan : planShapes())
            QTest::newRow(plan.name.c_str()) << index++;
    }
    void plans()
    {
        QFETCH(int, index);
        static const std::vector<NamedPlan> all = planShapes();
        const NamedPlan &plan = all[static_cast<std::size_t>(index)];
        const auto expected = evaluatePlainly(plan.relation, tables(), environment()).rows;
        const QString wrong = compared(plan.relation, &expected, plan.ordered, {});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    // Names and texts that would like to be SQL, where SQL runs.
    void hostileNamesAndTexts()
    {
        const std::vector<std::string> hostile = {"it's",
                                                  "\"quoted\"",
                                                  "`ticks`",
                                                  "\\",
                                                  "\\'",
                                                  "'; DROP TABLE x; --",
                                                  "a\nb",
                                                  "/* c */",
                                                  "?",
                                                  ":p1",
                                                  "{1}",
                                                  "$1",
                                                  "%s",
                                                  "caf\xC3\xA9",
                                                  "]",
                                                  "a.b",
                                                  "select",
                                                  std::string(70, 'n') + '1',
                                                  std::string(70, 'n') + '2'};
        std::map<std::string, PlainRows> odd;
        PlainRows &table = odd["it's \"odd\""];
        for (const std::string &name : hostile) {
            if (name.size() < 60) // a table of PostgreSQL has no longer ones
                table.columns.push_back({name, ValueType::Text});
        }
        for (std::size_t row = 0; row < hostile.size(); ++row) {
            table.rows.emplace_back();
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                table.rows.back().push_back(hostile[(row + i) % hostile.size()]);
        }
        createTables(*m_sqlite, odd);
        if (m_postgres)
            createTables(m_postgres->database(), odd);
        TableSource source;
        source.path = {"it's \"odd\""};
        const RelationPtr scan = makeScan(source, table.columns);
        std::vector<NamedExpression> renamed;
        std::vector<Value> wanted;
        for (std::size_t i = 0; i < hostile.size(); ++i) {
            const std::string &name = table.columns[i % table.columns.size()].name;
            renamed.push_back(
                {hostile[hostile.size() - 1 - i],
                 operation(formula::Operator::Concatenate, {use(name, ValueType::Text), constant(hostile[i])})});
            if (i % 2 == 0)
                wanted.push_back(hostile[i]);
        }
        const RelationPtr some = makeFilter(scan, oneOf(use(hostile[1], ValueType::Text), wanted));
        const RelationPtr named = withHint(makeProject(some, renamed), "'; DROP TABLE x; --");
        const RelationPtr plan =
            makeSort(makeFilter(named, operation(formula::Operator::NotEqual, {use(hostile[5], ValueType::Text),
                                                                               constant("\\' OR 1 = 1 --", true)})),
                     {{use(hostile[0], ValueType::Text)}});
        const auto expected = evaluatePlainly(
                                  plan, [&](const TableSource &) { return &table; }, environment())
                                  .rows;
        QVERIFY(expected.size() > 5);
        const QString wrong = compared(plan, &expected, true, {});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void cleanupTestCase()
    {
        m_inexpressible.removeDuplicates();
        for (const QString &why : std::as_const(m_inexpressible))
            qInfo("%s", qPrintable(why));
        m_postgres.reset();
    }
};

QTEST_GUILESS_MAIN(TestDifferential)
#include "tst_differential.moc"
