// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/workspace/workspace.h"
#include "tests/adapters/workspace/crash_script.h"

using namespace tessera;
using namespace tessera::adapters;

namespace {

constexpr int quickKills = 20;

struct Said
{
    qint64 applied = 0;
    qint64 durable = 0;
};

Said heard(const QByteArray &output)
{
    Said said;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("a "))
            said.applied = line.mid(2).toLongLong();
        else if (line.startsWith("w "))
            said.durable = line.mid(2).toLongLong();
    }
    return said;
}

} // namespace

// Kills an editing run at random moments and looks what is left. TESSERA_KILLS=200 in the slow run.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledRunLosesAtMostTheLastTransaction()
    {
        const int kills = std::max(qEnvironmentVariableIntValue("TESSERA_KILLS"), quickKills);
        std::mt19937 random(20260101);
        int withEdits = 0;
        for (int i = 0; i < kills; ++i) {
            const unsigned seed = random();
            const int burst = i % 4 == 0 ? 50 : 1; // mostly a person, sometimes a macro
            const int delayMs = static_cast<int>(random() % 400);
            QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("w.tessera"));
            Said said;
            run(path, seed, burst, delayMs, i % 5 == 0, said);
            if (QTest::currentTestFailed())
                return;
            check(path, seed, burst, said, withEdits);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u, burst %d, killed after %d ms, applied %lld, durable %lld", seed, burst, delayMs,
                         static_cast<long long>(said.applied), static_cast<long long>(said.durable));
                return;
            }
        }
        QVERIFY(withEdits > kills / 2);
    }

private:
    // `anywhere`: the clock runs from the start of the process, so opening and creating are hit as well.
    void run(const QString &path, unsigned seed, int burst, int delayMs, bool anywhere, Said &said)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QStringLiteral(CRASH_CHILD), {path, QString::number(seed), QString::number(burst)});
        QVERIFY(child.waitForStarted());
        QByteArray output;
        while (!anywhere && !output.contains('w') && child.waitForReadyRead(20000))
            output += child.readAll();
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < delayMs) {
            if (child.waitForReadyRead(static_cast<int>(delayMs - clock.elapsed())))
                output += child.readAll();
        }
        QCOMPARE(child.state(), QProcess::Running);
        child.kill();
        QVERIFY(child.waitForFinished());
        said = heard(output + child.readAll());
    }

    void check(const QString &path, unsigned seed, int burst, const Said &said, int &withEdits)
    {
        auto workspace = Workspace::open(path);
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message + workspace.error().detail));
        QVERIFY2(!(*workspace)->isReadOnly(), "the dead process still holds the lock");
        const auto documents = (*workspace)->documents();
        QVERIFY(documents);
        if (documents->isEmpty()) {
            QCOMPARE(said.applied, 0);
            return;
        }
        const auto stored = (*workspace)->load(documents->first().id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        const qint64 found = stored->info.sequence;
        QVERIFY2(found >= said.durable, "something that was said to be on disk is gone");
        // The child may have been killed between handing a record over and saying so.
        QVERIFY(found <= said.applied + 1);
        if (burst == 1)
            QVERIFY2(said.applied - found <= 1, "more than the last transaction is gone");
        withEdits += found > 0;

        test::CrashScript script(seed);
        model::Document expected(script.start());
        qint64 records = 0;
        connect(&expected, &model::Document::recorded, this, [&] { ++records; });
        while (records < found)
            script.step(expected);
        QVERIFY(stored->workbook == expected.workbook());
        QVERIFY(stored->history == expected.history());
        const auto &rows = static_cast<const model::MemoryRowStore &>(expected.rows());
        for (const model::Key &table : test::RandomEdits::tables()) {
            QVERIFY(stored->rows->rows(table) == rows.rows(table));
            if (rows.nextRowId(table) > 1)
                QCOMPARE(stored->rows->nextRowId(table), rows.nextRowId(table));
        }
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
