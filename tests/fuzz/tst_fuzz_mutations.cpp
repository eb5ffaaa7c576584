// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <random>

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include "tests/fuzz/entries.h"

using tessera::fuzz::FuzzTarget;
using tessera::fuzz::fuzzTargets;

namespace {

// Bytes that readers treat in a way of their own.
const char *const pieces[] = {"{",
                              "}",
                              "[",
                              "]",
                              ":",
                              ",",
                              "\"",
                              "'",
                              "&a",
                              "*a",
                              "<<",
                              "---",
                              "\n",
                              "\n  ",
                              "\t",
                              "#",
                              "|",
                              ">",
                              "%",
                              "!",
                              "<Page",
                              "/>",
                              "</Page>",
                              "<!DOCTYPE",
                              "&amp;",
                              "&#0;",
                              "\"a / b\"",
                              "{{",
                              "}}",
                              "[A/B]",
                              "If(",
                              "Not(",
                              "\xff\xfe",
                              "\xef\xbb\xbf",
                              "1e999",
                              "-0",
                              "0x10",
                              "null",
                              "true",
                              "PK\x03\x04",
                              "<span style=\"",
                              "####### "};

std::string mutated(const std::string &seed, const std::string &other, std::mt19937 &random)
{
    std::string bytes = seed;
    const auto upTo = [&](std::size_t most) { return most == 0 ? 0 : random() % (most + 1); };
    for (std::size_t edits = 1 + upTo(4); edits > 0; --edits) {
        const std::size_t at = upTo(bytes.size());
        const std::size_t length = std::min(bytes.size() - at, upTo(1 + bytes.size() / 8));
        switch (random() % 7) {
        case 0:
            bytes.erase(at, length);
            break;
        case 1:
            bytes.insert(at, pieces[random() % std::size(pieces)]);
            break;
        case 2:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(random());
            break;
        case 3:
            bytes.insert(at, bytes.substr(at, length)); // once more
            break;
        case 4:
            bytes.replace(at, length, other.substr(std::min(at, other.size()), length));
            break;
        case 5:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
            break;
        default:
            bytes.resize(at);
        }
    }
    bytes.resize(std::min<std::size_t>(bytes.size(), 64 * 1024));
    return bytes;
}

} // namespace

// What the fuzzers do, without their eyes: seeds changed at random, for a moment in every test run, for longer when
// TESSERA_FUZZ_SECONDS says so. The input in work stands in a file, so that one that ends the program is not lost.
class TestFuzzMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsItsPromises_data()
    {
        QTest::addColumn<int>("target");
        for (int i = 0; i < static_cast<int>(std::size(fuzzTargets)); ++i)
            QTest::newRow(fuzzTargets[i].name) << i;
    }

    void holdsItsPromises()
    {
        QFETCH(int, target);
        const FuzzTarget &fuzzed = fuzzTargets[target];
        const QDir dir(QStringLiteral(TESSERA_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(fuzzed.name));
        std::vector<std::string> seeds;
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds.push_back(file.readAll().toStdString());
        }
        QVERIFY(!seeds.empty());
        const bool longer = qEnvironmentVariableIsSet("TESSERA_FUZZ_SECONDS");
        const double seconds = longer ? qEnvironmentVariable("TESSERA_FUZZ_SECONDS").toDouble() : 60;
        const qint64 most = longer ? std::numeric_limits<qint64>::max() : 400; // the same inputs on every machine
        const unsigned start = longer ? std::random_device{}() : 20260928;
        std::mt19937 random(start);
        QFile current(QDir::temp().filePath(QStringLiteral("tessera-fuzz-%1").arg(QLatin1String(fuzzed.name))));
        QVERIFY(current.open(QIODevice::ReadWrite | QIODevice::Truncate));
        QElapsedTimer timer;
        timer.start();
        qint64 runs = 0, slowest = 0;
        while (runs < most && static_cast<double>(timer.elapsed()) < seconds * 1000) {
            const std::string bytes = mutated(seeds[random() % seeds.size()], seeds[random() % seeds.size()], random);
            current.seek(0);
            current.write(bytes.data(), static_cast<qint64>(bytes.size()));
            current.resize(static_cast<qint64>(bytes.size()));
            current.flush();
            QElapsedTimer one;
            one.start();
            fuzzed.take(bytes);
            slowest = std::max(slowest, one.elapsed());
            ++runs;
        }
        QVERIFY2(slowest < 5000, qPrintable(current.fileName()));
        current.remove();
        qInfo("%s: %lld inputs from seed %u, the slowest %lld ms", fuzzed.name, static_cast<long long>(runs), start,
              static_cast<long long>(slowest));
    }
};

QTEST_GUILESS_MAIN(TestFuzzMutations)
#include "tst_fuzz_mutations.moc"
