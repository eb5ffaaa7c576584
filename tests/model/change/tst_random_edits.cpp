// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/base/json_text.h"
#include "model/change/change_json.h"
#include "model/workbook/invariants.h"
#include "model/workbook/workbook_snapshot.h"
#include "tests/support/random_edits.h"

using namespace tessera;
using namespace tessera::model;
using test::RandomEdits;

// Ten thousand random edits; the seeds are fixed, so a failure comes again.
class TestRandomEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invariantsHoldAfterEveryTransaction()
    {
        RandomEdits random(1);
        Document document(random.workbook(12));
        for (int i = 0; i < 10000; ++i) {
            const auto done = random.step(document);
            QVERIFY2(done,
                     qPrintable(QStringLiteral("step %1: %2").arg(i).arg(done ? QString() : done.error().detail)));
            const QStringList problems = checkInvariants(document.workbook());
            QVERIFY2(problems.isEmpty(),
                     qPrintable(QStringLiteral("step %1: %2").arg(i).arg(problems.join(QLatin1String("; ")))));
        }
        QVERIFY(document.history().size() > 5000);
    }

    void undoingEveryTransactionRestoresTheState()
    {
        RandomEdits random(2);
        Workbook workbook = random.workbook(12);
        MemoryRowStore rows;
        for (int i = 0; i < 3000; ++i) {
            const Transaction transaction = random.next(workbook, rows);
            const Workbook before = workbook;
            QVERIFY(apply(workbook, rows, transaction));
            Workbook back = workbook;
            MemoryRowStore rowsBack = rows;
            QVERIFY2(apply(back, rowsBack, invert(transaction)), qPrintable(QStringLiteral("step %1").arg(i)));
            QVERIFY2(back == before, qPrintable(QStringLiteral("step %1").arg(i)));
        }
    }

    void undoToTheRootAndBackIsIdentity()
    {
        RandomEdits random(3);
        const Workbook start = random.workbook(12);
        Document document(start);
        for (int i = 0; i < 1500; ++i)
            QVERIFY(random.step(document));
        const History::Step step = document.history().current();
        const Workbook end = document.workbook();
        QVERIFY(document.goTo(History::root));
        QVERIFY(document.workbook() == start);
        QVERIFY(document.goTo(step));
        QVERIFY(document.workbook() == end);
    }

    void replayingTheJournalGivesTheSameDocument()
    {
        RandomEdits random(4);
        const Workbook start = random.workbook(12);
        Document document(start);
        Document other(start);
        bool same = true;
        connect(&document, &Document::recorded, this, [&](const JournalRecord &record) {
            JournalRecord copy = record;
            if (record.kind != JournalRecord::Kind::GoTo) {
                const auto json = readJson(writeJson(toJson(record.transaction)), 1000);
                const auto read = json ? transactionFromJson(*json) : Result<Transaction>(fail(json.error()));
                same = same && read && *read == record.transaction;
                if (read)
                    copy.transaction = *read;
            }
            same = same && other.replay(copy);
        });
        for (int i = 0; i < 2000; ++i) {
            QVERIFY(random.step(document));
            QVERIFY2(same, qPrintable(QStringLiteral("step %1").arg(i)));
        }
        QVERIFY(other.workbook() == document.workbook());
        QVERIFY(other.history() == document.history());
        const auto snapshot = readJson(writeJson(toSnapshot(document.workbook())), 1000);
        QVERIFY(snapshot);
        const auto read = fromSnapshot(*snapshot);
        QVERIFY(read && *read == document.workbook());
    }
};

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "tst_random_edits.moc"
