// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QTest>

#include "adapters/codec/workbook_file.h"
#include "model/base/text.h"
#include "model/workbook/invariants.h"

using namespace tessera;
using namespace tessera::adapters;

namespace {

// Elements by id, everything but their order: the forms of a file differ in nothing else.
bool sameMeaning(const model::Workbook &a, const model::Workbook &b, QString &why)
{
    for (const model::Collection collection : model::allCollections) {
        const auto &left = a.list(collection);
        const auto &right = b.list(collection);
        if (left.size() != right.size()) {
            why = QStringLiteral("%1: %2 and %3 entries").arg(model::toQString(model::wireKey(collection))).arg(left.size()).arg(right.size());
            return false;
        }
        for (const model::Object &object : left) {
            const model::Object *other = right.find(object.key());
            if (!other || other->body() != object.body()) {
                why = QStringLiteral("%1 differs").arg(model::toQString(object.key()));
                return false;
            }
        }
    }
    const auto value = [](const model::Json &json, const std::string &key) { return model::member(json, key) ? json[key] : model::Json(); };
    for (const char *key : {"schemaVersion", "settings", "agents", "kind"}) {
        if (value(a.contents, key) != value(b.contents, key)) {
            why = QLatin1String(key);
            return false;
        }
    }
    if (a.meta != b.meta)
        why = QStringLiteral("meta");
    else if (!(a.layout == b.layout))
        why = QStringLiteral("layout");
    return why.isEmpty();
}

QString corpusFile()
{
    return QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
}

} // namespace

class TestWorkbookFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheRealWorkbook();
    void convertsThereAndBack_data();
    void convertsThereAndBack();
};

void TestWorkbookFile::opensTheRealWorkbook()
{
    if (!QFileInfo::exists(corpusFile()))
        QSKIP("The real workbook is not here.");
    const auto loaded = loadWorkbook(corpusFile());
    QVERIFY2(loaded.has_value(), qPrintable(loaded ? QString() : loaded.error().message));
    QCOMPARE(loaded->envelope, Envelope::Document);
    QVERIFY(loaded->notices.isEmpty());
    QCOMPARE(loaded->workbook.pages.size(), 2);
    QCOMPARE(loaded->workbook.layout.childrenOf(model::rootNode).size(), 2);
    QCOMPARE(model::checkInvariants(loaded->workbook), QStringList());
    QCOMPARE(saveWorkbook(loaded->workbook, *loaded).value(), loaded->text);
}

void TestWorkbookFile::convertsThereAndBack_data()
{
    QTest::addColumn<int>("envelope");
    QTest::addColumn<int>("format");
    for (int envelope = 0; envelope < 3; ++envelope) {
        for (int format = 0; format < 2; ++format)
            QTest::addRow("%s %s", qPrintable(envelopeName(static_cast<Envelope>(envelope))), format ? "json" : "yaml") << envelope << format;
    }
}

void TestWorkbookFile::convertsThereAndBack()
{
    QFETCH(int, envelope);
    QFETCH(int, format);
    if (!QFileInfo::exists(corpusFile()))
        QSKIP("The real workbook is not here.");
    const auto loaded = loadWorkbook(corpusFile());
    QVERIFY(loaded.has_value());
    const auto text = convertWorkbook(*loaded, {static_cast<Format>(format), static_cast<Envelope>(envelope), false});
    QVERIFY(text.has_value());
    const auto there = readWorkbook(*text);
    QVERIFY2(there.has_value(), qPrintable(there ? QString() : there.error().message));
    QCOMPARE(there->envelope, static_cast<Envelope>(envelope));
    QCOMPARE(there->format, static_cast<Format>(format));
    const auto back = readWorkbook(convertWorkbook(*there, {loaded->format, loaded->envelope, false}).value());
    QVERIFY(back.has_value());
    QString why;
    QVERIFY2(sameMeaning(loaded->workbook, back->workbook, why), qPrintable(why));
}

QTEST_GUILESS_MAIN(TestWorkbookFile)
#include "tst_workbook_file.moc"
