// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "adapters/package/archive.h"
#include "adapters/package/package.h"
#include "model/base/json_text.h"

using namespace tessera;
using adapters::Archive;
using model::ErrorCode;

class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void writesTheSameBytesAgain();
    void refusesUnsafePaths_data();
    void refusesUnsafePaths();
    void refusesWhatIsNoArchive_data();
    void refusesWhatIsNoArchive();
    void refusesABomb();
    void readsAPackageAndChecksItsHashes();
    void refusesAWrongPackage_data();
    void refusesAWrongPackage();
};

namespace {

Archive sampleFiles()
{
    return {{"workbook.yaml", "name: Träume\n"}, {"pages/a.png", std::string(5000, '\x7f')}, {"empty", ""}};
}

// `path` is written as "aaaa…" of the same length and patched afterwards, since the writer refuses it.
std::string archiveWithPath(const std::string &path)
{
    const std::string stand(path.size(), 'a');
    std::string bytes = *adapters::writeArchive({{stand, "x"}});
    for (std::size_t at = bytes.find(stand); at != std::string::npos; at = bytes.find(stand, at))
        bytes.replace(at, path.size(), path);
    return bytes;
}

model::Json manifestOf(const Archive &files)
{
    model::Json list = model::Json::array();
    for (const auto &[path, bytes] : files)
        list.push_back({{"path", path}, {"sha256", adapters::sha256(bytes)}});
    return {{"formatVersion", 1}, {"errors", 0}, {"files", list}};
}

std::string packed(Archive files, const model::Json &manifest)
{
    files["manifest.json"] = model::writeJson(manifest);
    return *adapters::writeArchive(files);
}

} // namespace

void ArchiveTest::roundTrips()
{
    const auto bytes = adapters::writeArchive(sampleFiles());
    QVERIFY(bytes);
    const auto files = adapters::readArchive(*bytes);
    QVERIFY(files);
    QVERIFY(*files == sampleFiles());
}

void ArchiveTest::writesTheSameBytesAgain()
{
    const auto first = adapters::writeArchive(sampleFiles());
    QVERIFY(*first == *adapters::writeArchive(sampleFiles()));
    // Time and date of the first entry: midnight of 1980-01-01, so no clock is in the bytes.
    QCOMPARE(first->substr(10, 4), std::string("\x00\x00\x21\x00", 4));
}

void ArchiveTest::refusesUnsafePaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("parent") << QByteArray("../evil.txt");
    QTest::newRow("parent within") << QByteArray("a/../../evil");
    QTest::newRow("absolute") << QByteArray("/tmp/evil");
    QTest::newRow("drive") << QByteArray("C:evil.txt");
    QTest::newRow("backslash") << QByteArray("..\\evil");
    QTest::newRow("empty part") << QByteArray("a//b");
}

void ArchiveTest::refusesUnsafePaths()
{
    QFETCH(QByteArray, path);
    const auto written = adapters::writeArchive({{path.toStdString(), "x"}});
    QVERIFY(!written);
    const auto read = adapters::readArchive(archiveWithPath(path.toStdString()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QVERIFY(read.error().message.contains(QString::fromUtf8(path)));
}

void ArchiveTest::refusesWhatIsNoArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = QByteArray::fromStdString(*adapters::writeArchive(sampleFiles()));
    QByteArray flipped = whole;
    flipped[45] = static_cast<char>(flipped[45] ^ 0x55);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("name: x\n");
    QTest::newRow("truncated") << whole.left(whole.size() - 30);
    QTest::newRow("damaged content") << flipped;
}

void ArchiveTest::refusesWhatIsNoArchive()
{
    QFETCH(QByteArray, bytes);
    const auto read = adapters::readArchive(bytes.toStdString());
    QVERIFY(!read);
    QVERIFY(!read.error().message.isEmpty());
}

void ArchiveTest::refusesABomb()
{
    const auto bytes = adapters::writeArchive({{"zeros", std::string(4 * 1024 * 1024, '\0')}});
    QVERIFY(bytes->size() < 20'000);
    const auto read = adapters::readArchive(*bytes, {1024 * 1024, 100});
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Limit);
    const auto many = adapters::readArchive(*adapters::writeArchive(sampleFiles()), {1024 * 1024, 2});
    QVERIFY(!many);
    QCOMPARE(many.error().code, ErrorCode::Limit);
}

void ArchiveTest::readsAPackageAndChecksItsHashes()
{
    const auto package = adapters::readPackage(packed(sampleFiles(), manifestOf(sampleFiles())));
    QVERIFY(package);
    QCOMPARE(package->workbookText(), std::string("name: Träume\n"));
    QVERIFY(package->files == sampleFiles());
    QVERIFY(!package->hasErrors());
}

void ArchiveTest::refusesAWrongPackage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    const Archive files = sampleFiles();
    Archive changed = files;
    changed["empty"] = "no longer";
    Archive more = files;
    more["extra"] = "x";
    Archive fewer = files;
    fewer.erase("empty");
    model::Json newer = manifestOf(files);
    newer["formatVersion"] = 2;
    model::Json twice = manifestOf(files);
    twice["files"].push_back(twice["files"][0]);
    row("no manifest", *adapters::writeArchive(files), ErrorCode::Invalid);
    row("changed file", packed(changed, manifestOf(files)), ErrorCode::Invalid);
    row("unlisted file", packed(more, manifestOf(files)), ErrorCode::Invalid);
    row("missing file", packed(fewer, manifestOf(files)), ErrorCode::Invalid);
    row("a file listed twice instead of another", packed(more, twice), ErrorCode::Invalid);
    row("newer version", packed(files, newer), ErrorCode::TooNew);
    row("manifest without version", packed(files, model::Json::object()), ErrorCode::Invalid);
}

void ArchiveTest::refusesAWrongPackage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto package = adapters::readPackage(bytes.toStdString());
    QVERIFY(!package);
    QCOMPARE(static_cast<int>(package.error().code), code);
    QVERIFY(!package.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
