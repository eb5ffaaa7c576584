// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTest>

#include "tests/fuzz/entries.h"

// Feeds the seeds and every input that once broke something through the functions the fuzzers call.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsItsPromises_data();
    void holdsItsPromises();
};

void TestFuzzCorpus::holdsItsPromises_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("file");
    for (const auto &[target, take] : tessera::fuzz::fuzzTargets) {
        const QDir dir(QStringLiteral(TESSERA_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target));
        const auto files = dir.entryList(QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QTest::addRow("%s/%s", target, qPrintable(file)) << QString::fromLatin1(target) << dir.filePath(file);
    }
}

void TestFuzzCorpus::holdsItsPromises()
{
    QFETCH(QString, target);
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const std::string bytes = input.readAll().toStdString();
    for (const auto &[name, take] : tessera::fuzz::fuzzTargets) {
        if (target == QLatin1String(name))
            take(bytes);
    }
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
