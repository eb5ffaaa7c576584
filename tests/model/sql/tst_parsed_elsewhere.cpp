// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of every function and plan in the dialects that have no server here, read by a parser that is not ours (from
// npm).
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/sql/statement.h"
#include "tests/support/function_cases.h"
#include "tests/support/plan_shapes.h"

using namespace tessera;
using namespace tessera::tests;
using namespace tessera::model;

namespace {

void add(Json &list, const std::string &name, const query::RelationPtr &plan)
{
    for (const sql::Dialect dialect : sql::allDialects()) {
        if (dialect == sql::Dialect::Sqlite || dialect == sql::Dialect::Postgresql)
            continue; // these run for real
        sql::EmitOptions options;
        options.environment = formula::Environment{};
        for (const bool spelled : {false, true}) {
            options.spellParameters = spelled;
            const sql::Statement statement = sql::emitSql(plan, dialect, options);
            if (statement.isValid())
                list.push_back({{"name", std::string(sql::dialectName(dialect)) + " " + name},
                                {"dialect", sql::dialectName(dialect)},
                                {"sql", statement.text}});
        }
    }
}

} // namespace

class TestParsedElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementParses()
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
        if (node.isEmpty() || npm.isEmpty())
            QSKIP("node and npm are not installed");
        const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../sql-parser");
        QDir().mkpath(folder);
        if (!QDir(folder + QStringLiteral("/node_modules/@polyglot-sql")).exists()) {
            QProcess install;
            install.setWorkingDirectory(folder);
            install.start(npm, {QStringLiteral("install"), QStringLiteral("--no-save"), QStringLiteral("--no-audit"),
                                QStringLiteral("--no-fund"), QStringLiteral("--prefix"), QStringLiteral("."),
                                QStringLiteral("@polyglot-sql/sdk@0.12.1")});
            if (!install.waitForFinished(90000) || install.exitCode() != 0)
                QSKIP("the parser cannot be installed from npm here");
        }
        Json list = Json::array();
        for (const NamedPlan &plan : planShapes())
            add(list, plan.name, plan.relation);
        for (const FunctionCase &one : scalarCases())
            add(list, one.formula, scalarPlan(one.formula));
        for (const FunctionCase &one : aggregateCases())
            add(list, one.formula, aggregatePlan(one.formula));
        for (const FunctionCase &one : windowCases())
            add(list, one.formula, windowPlan(one.formula));
        QVERIFY(list.size() > 2000);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray::fromStdString(writeJson(list)));
        file.close();
        QProcess parser;
        parser.start(node, {QStringLiteral(TESSERA_SOURCE_DIR "/tests/model/sql/parse_statements.mjs"), file.fileName(),
                            QDir(folder).absolutePath()});
        QVERIFY(parser.waitForFinished(100000));
        QCOMPARE(QString::fromUtf8(parser.readAllStandardError()), QString());
        QStringList wrong;
        for (const QString &line :
             QString::fromUtf8(parser.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            wrong << line;
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestParsedElsewhere)
#include "tst_parsed_elsewhere.moc"
