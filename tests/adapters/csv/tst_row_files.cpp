// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/csv/row_files.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/table/memory_row_store.h"

using namespace tessera;
using model::CellType;

namespace {

std::vector<model::InputColumn> columns()
{
    std::vector<model::InputColumn> out(5);
    const CellType types[] = {CellType::Text, CellType::Number, CellType::DateTime, CellType::Checkbox,
                              CellType::System};
    const char *names[] = {"Region", "Amount", "Day", "Done", "Created At"};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].id = "c" + std::to_string(i);
        out[i].name = QString::fromLatin1(names[i]);
        out[i].type = types[i];
    }
    return out;
}

QString rowsText(const std::vector<model::Json> &rows)
{
    QString text;
    for (const model::Json &row : rows)
        text += model::toQString(model::writeJson(row)) + u'\n';
    return text;
}

struct Imported : model::RowImport
{
    std::vector<model::Json> all;
};

model::Result<Imported> importAll(const QString &path, const std::vector<model::InputColumn> &columns)
{
    Imported imported;
    double last = 0;
    bool rising = true;
    const auto report = adapters::importCsv(path, columns, [&](std::vector<model::Json> &&rows, double share) {
        rising = rising && share >= last && share <= 1;
        last = share;
        std::ranges::move(rows, std::back_inserter(imported.all));
        return true;
    });
    if (!report)
        return model::fail(report.error());
    if (!rising || report->rows != static_cast<std::int64_t>(imported.all.size()))
        return model::fail(model::ErrorCode::Invalid, QStringLiteral("the report does not fit the rows"));
    static_cast<model::RowImport &>(imported) = *report;
    return imported;
}

} // namespace

class TestRowFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }

    QString file(const QByteArray &text)
    {
        QFile out(m_dir.filePath(QStringLiteral("in.csv")));
        (void)out.open(QIODevice::WriteOnly);
        out.write(text);
        return out.fileName();
    }

    void importsByNameInAnyOrder()
    {
        const auto read = importAll(file("amount,REGION,Note,Done\n\"1,200\",West,x,yes\n3.5,,y,\n"), columns());
        QVERIFY(read);
        QCOMPARE(rowsText(read->all), QStringLiteral("{\"c1\":1200,\"c0\":\"West\",\"c3\":true}\n{\"c1\":3.5}\n"));
        QCOMPARE(read->ignoredColumns, QStringList{QStringLiteral("Note")});
        QCOMPARE(read->problemCount, 0);
    }

    void reportsWhatCannotBeRead()
    {
        const auto read =
            importAll(file("Region,Amount,Day\nWest,abc,2026-01-01\nEast\nNorth,1,2026-02-30,extra\n"), columns());
        QVERIFY(read);
        QCOMPARE(read->all.size(), std::size_t(3));
        QCOMPARE(read->problemCount, 4);
        QCOMPARE(read->problems.at(0).line, 2);
        QCOMPARE(read->problems.at(0).column, QStringLiteral("Amount"));
        QVERIFY(read->problems.at(0).reason.contains(QStringLiteral("abc")));
        QCOMPARE(read->problems.at(1).line, 3);
        QVERIFY(read->problems.at(2).reason.contains(QStringLiteral("4 fields")));
        QCOMPARE(read->problems.at(3).column, QStringLiteral("Day"));
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other columns") << QByteArray("x,y\n1,2\n");
        QTest::newRow("only a column Sigma fills") << QByteArray("Created At\n2026-01-01\n");
        QTest::newRow("binary") << QByteArray("\x7F"
                                              "ELF\x02\x01\x01\0\0\0",
                                              10);
    }

    void refusesWhatIsNoTable()
    {
        QFETCH(QByteArray, text);
        const auto read = importAll(file(text), columns());
        QVERIFY(!read);
        QVERIFY(!read.error().message.isEmpty() && !read.error().hint.isEmpty());
    }

    void missingFilesAndFolders()
    {
        QCOMPARE(importAll(m_dir.filePath(QStringLiteral("none.csv")), columns()).error().code,
                 model::ErrorCode::NotFound);
        QCOMPARE(importAll(m_dir.path(), columns()).error().code, model::ErrorCode::Io);
        QVERIFY(!adapters::exportCsv(QStringLiteral("/nowhere/at/all.csv"), columns(), model::MemoryRowStore(), "t"));
    }

    void exportThenImportIsTheSame()
    {
        model::MemoryRowStore store;
        store.load(
            "t",
            {{1, *model::readJson(
                     "{\"c0\":\"a \\\"b\\\", c\\nd\",\"c1\":-0.00125,\"c2\":\"2026-04-21T14:30:00Z\",\"c3\":false}")},
             {2, model::Json::object()},
             {3, *model::readJson("{\"c0\":\" x \",\"c1\":123456789012345678901}")}});
        const QString path = m_dir.filePath(QStringLiteral("out.csv"));
        QCOMPARE(*adapters::exportCsv(path, columns(), store, "t"), 3);
        const auto back = importAll(path, columns());
        QVERIFY(back);
        QCOMPARE(back->problemCount, 0);
        QCOMPARE(back->all.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(model::toQString(model::writeJson(back->all[i])),
                     model::toQString(model::writeJson(store.row("t", std::int64_t(i)).values)));
    }

    void takerStops()
    {
        QByteArray text("Amount\n");
        for (int i = 0; i < 20000; ++i)
            text += QByteArray::number(i) + '\n';
        int pieces = 0;
        const auto read = adapters::importCsv(file(text), columns(),
                                              [&](std::vector<model::Json> &&, double) { return ++pieces < 3; });
        QVERIFY(!read && read.error().code == model::ErrorCode::Cancelled);
        QCOMPARE(pieces, 3);
    }

    void cancelStops()
    {
        QByteArray text("Amount\n");
        for (int i = 0; i < 20000; ++i)
            text += QByteArray::number(i) + '\n';
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        int seen = 0;
        adapters::CsvImportOptions options;
        options.progress = [](std::int64_t) { return false; };
        const auto read = adapters::readRows(
            buffer, columns(), [&](model::Json &&) { ++seen; }, options);
        QVERIFY(!read);
        QCOMPARE(read.error().code, model::ErrorCode::Cancelled);
        QVERIFY(seen < 20000);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestRowFiles)
#include "tst_row_files.moc"
