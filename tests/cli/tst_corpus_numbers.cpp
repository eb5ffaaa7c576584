// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

const QString corpus = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");

struct Answer
{
    int code = -1;
    QByteArray out, messages;
};

Answer run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(TESSERA_PROGRAM), arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

// A row of the script, read out of its text.
struct Sale
{
    QString region, product;
    double revenue = 0, profit = 0, quantity = 0;
};

QList<Sale> salesIn(const QString &text)
{
    static const QRegularExpression row(QStringLiteral(
        R"(DATEADD\('day', -\d+, CURRENT_DATE\(\)\)(?: AS \w+)?, '([^']+)'(?: AS \w+)?, '[^']+'(?: AS \w+)?, '([^']+)'(?: AS \w+)?, '[^']+'(?: AS \w+)?, )"
        R"(\d+(?: AS \w+)?, ([\d.]+)(?: AS \w+)?, ([\d.]+)(?: AS \w+)?, [\d.]+(?: AS \w+)?, (\d+))"));
    QList<Sale> sales;
    for (auto matches = row.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sales.append({match.captured(1), match.captured(2), match.captured(3).toDouble(), match.captured(4).toDouble(),
                      match.captured(5).toDouble()});
    }
    return sales;
}

} // namespace

// A workbook as people publish it, where the file is at hand: every element answers, in SQL of every dialect and with
// rows, and the rows are what a loop over its script finds.
class CorpusNumbersTest : public QObject
{
    Q_OBJECT

private:
    QList<Sale> m_sales;

    // What an element shows over all days, as name -> value; a single value has the name "".
    static std::map<QString, double> shown(const QString &element, const QStringList &controls = {})
    {
        QStringList arguments{u"query"_qs,  corpus,          u"--element"_qs,  element,
                              u"--json"_qs, u"--control"_qs, u"DateFilter="_qs};
        for (const QString &control : controls)
            arguments << u"--control"_qs << control;
        const Answer answer = run(arguments);
        std::map<QString, double> values;
        const QJsonArray rows = QJsonDocument::fromJson(answer.out)[u"rows"].toArray();
        for (const QJsonValue &row : rows) {
            QString name;
            double number = NAN;
            for (const QJsonValue &cell : row.toArray()) {
                if (cell.isString())
                    name = cell.toString();
                else if (std::isnan(number))
                    number = cell.toDouble();
            }
            values[name] = number;
        }
        return values;
    }

    static void compare(const std::map<QString, double> &actual, const std::map<QString, double> &expected)
    {
        QCOMPARE(actual.size(), expected.size());
        for (const auto &[name, value] : expected) {
            QVERIFY2(actual.contains(name), qPrintable(name));
            QVERIFY2(std::abs(actual.at(name) - value) < 1e-6,
                     qPrintable(QStringLiteral("%1: %2 is not %3").arg(name).arg(actual.at(name)).arg(value)));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(corpus);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the corpus workbook is not here");
        m_sales = salesIn(QString::fromUtf8(file.readAll()));
        QCOMPARE(m_sales.size(), 48);
    }

    void everyElementAnswers_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<bool>("data");
        QFile file(corpus);
        if (!file.open(QIODevice::ReadOnly))
            return;
        static const QRegularExpression start(
            QStringLiteral("^    - (?:id: (\\S+)\\n      )?kind: (\\S+)$((?:\\n      .*)*)"),
            QRegularExpression::MultilineOption);
        static const QRegularExpression id(QStringLiteral("^      id: (\\S+)$"), QRegularExpression::MultilineOption);
        for (auto matches = start.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const QString name =
                match.captured(1).isEmpty() ? id.match(match.captured(3)).captured(1) : match.captured(1);
            const bool data =
                match.captured(2) != u"container"_qs && match.captured(2) != u"text"_qs && name != u"ctrl-date"_qs;
            QTest::newRow(qPrintable(name)) << name << data;
        }
    }
    void everyElementAnswers()
    {
        QFETCH(QString, element);
        QFETCH(bool, data);
        const Answer rows = run({u"query"_qs, corpus, u"--element"_qs, element, u"--csv"_qs});
        if (!data) {
            QVERIFY(rows.code == 0 || rows.messages.contains("shows no data"));
            return;
        }
        QCOMPARE(rows.messages, QByteArray());
        QCOMPARE(rows.code, 0);
        QVERIFY(rows.out.count('\n') >= 1);
        for (const char *dialect :
             {"sqlite", "postgresql", "mysql", "snowflake", "bigquery", "databricks", "redshift"}) {
            const Answer text =
                run({u"sql"_qs, corpus, u"--element"_qs, element, u"--dialect"_qs, QLatin1String(dialect)});
            QCOMPARE(text.messages, QByteArray());
            QCOMPARE(text.code, 0);
            QVERIFY(text.out.contains("SELECT"));
        }
    }

    void numbersAreThoseOfTheScript()
    {
        std::map<QString, double> regions, products, westProducts;
        for (const Sale &sale : m_sales) {
            regions[sale.region] += sale.revenue;
            products[sale.product] += sale.revenue;
            if (sale.region == u"West"_qs)
                westProducts[sale.product] += sale.revenue;
        }
        compare(shown(u"chart-by-region"_qs), regions);
        compare(shown(u"chart-by-product"_qs), products);
        compare(shown(u"chart-by-product"_qs, {u"RegionFilter=West"_qs}), westProducts);
    }
};

QTEST_GUILESS_MAIN(CorpusNumbersTest)
#include "tst_corpus_numbers.moc"
