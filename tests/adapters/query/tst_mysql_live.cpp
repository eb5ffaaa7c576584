// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL for MySQL on a server: MariaDB, which speaks most of it, agrees with SQLite on every function and shape of
// plan that it knows.
#include <QTest>

#include "model/base/text.h"
#include "model/sql/dialect_traits.h"
#include "model/sql/statement.h"
#include "tests/adapters/query/three_ways.h"
#include "tests/support/function_cases.h"
#include "tests/support/maria_server.h"
#include "tests/support/plan_shapes.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model;
using namespace tessera::model::query;

namespace {

struct Case
{
    std::string name;
    RelationPtr plan;
    std::string elsewhere;
    sql::Statement statement;
    std::string text; // its cells in hex
};

formula::Environment environment()
{
    formula::Environment out;
    out.now = *momentFromIso("2026-05-13 10:20:30");
    return out;
}

// What MySQL 8 has and MariaDB has not: casts to JSON, functions that do not exist or take fewer arguments, groups in
// replacements written $1, a default of LAG and LEAD.
bool isMissingThere(const MariaServer::Reply &reply, const std::string &text)
{
    const bool function =
        reply.error.startsWith(QStringLiteral("1305 ")) || reply.error.startsWith(QStringLiteral("1582 "));
    const bool cast = !reply.error.isEmpty() && text.find(" AS JSON)") != std::string::npos;
    const bool neighbour = reply.error.startsWith(QStringLiteral("1064 ")) &&
                           (text.find("lag(") != std::string::npos || text.find("lead(") != std::string::npos);
    return function || cast || neighbour || text.find("'\\\\', '$')") != std::string::npos;
}

} // namespace

class TestMysqlLive : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<adapters::SqliteConnection> m_sqlite;
    std::unique_ptr<MariaServer> m_maria;
    QString m_whyNot;

    static std::vector<Case> allCases()
    {
        std::vector<Case> all;
        for (const FunctionCase &one : scalarCases())
            all.push_back({one.formula, scalarPlan(one.formula), one.elsewhere, {}, {}});
        for (const FunctionCase &one : aggregateCases())
            all.push_back({one.formula, aggregatePlan(one.formula), one.elsewhere, {}, {}});
        for (const FunctionCase &one : windowCases())
            all.push_back({one.formula, windowPlan(one.formula), one.elsewhere, {}, {}});
        for (const NamedPlan &one : planShapes())
            all.push_back({one.name, one.relation, {}, {}, {}});
        return all;
    }

    // False where the dialect says that it cannot.
    static bool write(Case &one)
    {
        sql::EmitOptions options;
        options.tableText = [](const TableSource &source) { return plainTable(source, sql::Dialect::Mysql); };
        options.environment = environment();
        options.spellParameters = true;
        one.statement = sql::emitSql(one.plan, sql::Dialect::Mysql, options);
        std::string columns;
        for (const Column &column : one.statement.columns)
            columns += (columns.empty() ? "HEX(CAST(" : ", HEX(CAST(") +
                       sql::quotedName(sql::traitsOf(sql::Dialect::Mysql), column.name) + " AS CHAR))";
        one.text = "SELECT " + columns + " FROM (\n" + one.statement.text + "\n) AS answer";
        return one.statement.isValid();
    }

    QString compared(const Case &one, const MariaServer::Reply &reply)
    {
        const Answer here = ask(*m_sqlite, one.plan, environment());
        if (!here.failure.isEmpty() || here.inexpressible)
            return here.failure + here.why;
        if (!reply.error.isEmpty())
            return reply.error;
        std::vector<std::vector<Value>> rows;
        for (const auto &cells : reply.rows) {
            rows.emplace_back();
            for (std::size_t i = 0; i < cells.size() && i < one.statement.columns.size(); ++i)
                rows.back().push_back(
                    valueFrom(cells[i] ? QVariant(toQString(*cells[i])) : QVariant(), one.statement.columns[i].type));
        }
        return difference(rows, here.rows, false);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sqlite = std::move(*adapters::SqliteConnection::open());
        m_maria = MariaServer::start(&m_whyNot);
        auto all = planTables();
        all.emplace("ROWS", functionRows());
        createTables(*m_sqlite, all);
        if (!m_maria)
            return;
        for (const MariaServer::Reply &reply : m_maria->run(tableScript(all, sql::Dialect::Mysql)))
            QVERIFY2(reply.error.isEmpty(), qPrintable(reply.error));
    }

    void functionsAndPlans()
    {
        if (!m_maria)
            QSKIP(qPrintable(m_whyNot));
        std::vector<Case> all = allCases();
        std::erase_if(all, [](Case &one) { return !one.plan || !write(one); });
        std::vector<std::string> texts;
        for (const Case &one : all)
            texts.push_back(one.text);
        const auto replies = m_maria->run(texts);
        QStringList missing, wrong;
        int same = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (isMissingThere(replies[i], all[i].text)) {
                missing << toQString(all[i].name);
                continue;
            }
            const QString differs = compared(all[i], replies[i]);
            same += differs.isEmpty();
            if (!differs.isEmpty() && all[i].elsewhere.empty())
                wrong << toQString(all[i].name) + QStringLiteral(": ") + differs + QLatin1Char('\n') +
                             toQString(all[i].statement.text);
        }
        qInfo("%d agree; MariaDB has no %s", same, qPrintable(missing.join(QStringLiteral(", "))));
        for (const QString &one : std::as_const(wrong))
            qWarning("%s", qPrintable(one));
        QCOMPARE(wrong.size(), 0);
        QVERIFY(same > 300);
    }
};

QTEST_GUILESS_MAIN(TestMysqlLive)
#include "tst_mysql_live.moc"
