// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTest>

#include "model/sql/statement.h"
#include "tests/support/plan_shapes.h"

using namespace tessera;
using namespace tessera::model;
using namespace tessera::model::sql;

// The SQL of every shape of plan in every dialect, as people read it: cases/<plan>.sql. With TESSERA_UPDATE set the
// files are written anew, for review.
class TestEmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesPlans_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const tests::NamedPlan &plan : tests::planShapes())
            QTest::newRow(plan.name.c_str()) << index++;
    }

    void writesPlans()
    {
        QFETCH(int, index);
        static const std::vector<tests::NamedPlan> plans = tests::planShapes();
        const tests::NamedPlan &plan = plans[static_cast<std::size_t>(index)];
        QByteArray text;
        for (const Dialect dialect : allDialects()) {
            const Statement statement = emitSql(plan.relation, dialect);
            text += "-- " + QByteArray::fromStdString(std::string(dialectName(dialect))) + '\n';
            for (const DialectProblem &problem : statement.problems)
                text += "-- " + (problem.message + QLatin1Char(' ') + problem.hint).trimmed().toUtf8() + '\n';
            text += QByteArray::fromStdString(statement.text) + (statement.isValid() ? ";\n" : "");
            for (const Value &value : statement.parameters)
                text += "-- ? " + QByteArray::fromStdString(plainText(value)) + '\n';
            text += '\n';
        }
        QString name = QString::fromStdString(plan.name).replace(QStringLiteral(", "), QStringLiteral("-"));
        QFile file(QStringLiteral(TESSERA_SOURCE_DIR "/tests/model/sql/cases/%1.sql")
                       .arg(name.replace(QLatin1Char(' '), QLatin1Char('-'))));
        if (qEnvironmentVariableIsSet("TESSERA_UPDATE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QCOMPARE(text, file.readAll());
    }
};

QTEST_GUILESS_MAIN(TestEmit)
#include "tst_emit.moc"
