// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace {

const QString sample = QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample");

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

// Sums in another order differ in the last digits.
bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble())
        return std::abs(a.toDouble() - b.toDouble()) <= 1e-9 * std::max(1.0, std::abs(a.toDouble()));
    return a == b;
}

bool isSameRow(const QJsonArray &a, const QJsonArray &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), isSame);
}

QByteArray textOf(const QJsonArray &row)
{
    return QJsonDocument(row).toJson(QJsonDocument::Compact);
}

// Keys first, so that rows with the same keys stand at the same place however numbers are written.
QList<QJsonArray> sorted(QList<QJsonArray> rows)
{
    const auto key = [](const QJsonArray &row) {
        QByteArray keys, numbers;
        for (const QJsonValue &value : row)
            (value.isDouble() ? numbers : keys) +=
                value.isDouble() ? QByteArray::number(value.toDouble(), 'f', 4) : value.toString().toUtf8() + '\n';
        return keys + numbers;
    };
    std::ranges::stable_sort(rows, {}, key);
    return rows;
}

QList<QJsonArray> picked(const QJsonObject &answer, const QJsonArray &columns)
{
    QStringList names;
    for (const QJsonValue &column : answer[u"columns"].toArray())
        names << column[u"name"].toString();
    QList<QJsonArray> rows;
    for (const QJsonValue &row : answer[u"rows"].toArray()) {
        QJsonArray values;
        for (const QJsonValue &column : columns)
            values << row.toArray().at(names.indexOf(column.toString()));
        rows << values;
    }
    return rows;
}

} // namespace

// What the sample's elements show is what plain Python loops over the CSV files find (sample_numbers.py).
class SampleNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty())
            QSKIP("python3 is not installed");
        m_cases =
            QJsonDocument::fromJson(outputOf(python, {QStringLiteral(TESSERA_SOURCE_DIR "/tests/cli/sample_numbers.py"),
                                                      sample + u"/data"_qs}))
                .array();
        QVERIFY(m_cases.size() > 80);
    }

    void showsWhatIsInTheFiles_data()
    {
        QTest::addColumn<QJsonObject>("expected");
        for (const QJsonValue &one : std::as_const(m_cases)) {
            QStringList name{one[u"element"].toString()};
            for (const QJsonValue &control : one[u"controls"].toArray())
                name << control.toString();
            QTest::newRow(qPrintable(name.join(u' '))) << one.toObject();
        }
    }

    void showsWhatIsInTheFiles()
    {
        QFETCH(QJsonObject, expected);
        QStringList arguments{
            u"query"_qs,  sample + u"/marketing.yaml"_qs, u"--element"_qs, expected[u"element"].toString(),
            u"--data"_qs, sample + u"/data"_qs,           u"--limit"_qs,   u"100000"_qs,
            u"--json"_qs};
        for (const QJsonValue &control : expected[u"controls"].toArray())
            arguments << u"--control"_qs << control.toString();
        const QJsonObject answer =
            QJsonDocument::fromJson(outputOf(QStringLiteral(TESSERA_PROGRAM), arguments)).object();
        QList<QJsonArray> shown = picked(answer, expected[u"columns"].toArray()), wanted;
        for (const QJsonValue &row : expected[u"rows"].toArray())
            wanted << row.toArray();
        QCOMPARE(shown.size(), wanted.size());
        QVERIFY(!shown.isEmpty());
        if (!expected[u"ordered"].toBool()) {
            shown = sorted(shown);
            wanted = sorted(wanted);
        }
        for (qsizetype i = 0; i < shown.size(); ++i)
            QVERIFY2(isSameRow(shown[i], wanted[i]), textOf(shown[i]) + " is not " + textOf(wanted[i]));
    }

private:
    QJsonArray m_cases;
};

QTEST_GUILESS_MAIN(SampleNumbersTest)
#include "tst_sample_numbers.moc"
