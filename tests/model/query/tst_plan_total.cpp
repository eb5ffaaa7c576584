// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include "adapters/codec/workbook_file.h"
#include "model/base/json_text.h"
#include "tests/model/query/orders.h"

using namespace tessera;
using model::Json;

namespace {

// One value somewhere in a body becomes something else, or goes.
void spoil(Json &value, std::mt19937 &random, int depth = 0)
{
    if ((value.is_object() || value.is_array()) && !value.empty() && (depth == 0 || random() % 4)) {
        auto item = value.begin();
        std::advance(item, static_cast<long>(random() % value.size()));
        if (random() % 12 == 0)
            value.erase(item);
        else
            spoil(*item, random, depth + 1);
        return;
    }
    static const std::vector<Json> others = {nullptr,
                                             true,
                                             -1,
                                             1e9,
                                             "",
                                             "base",
                                             "[Base/Amount]",
                                             "Sum([Sum])",
                                             "[",
                                             Json::array(),
                                             Json::object(),
                                             {{"columnId", "x"}},
                                             Json::array({"a", "b"}),
                                             "Lookup([T/A], [A], [T/A])"};
    value = others[random() % others.size()];
}

std::string chain(int length)
{
    std::string all;
    for (int i = 0; i < length; ++i) {
        const std::string number = std::to_string(i), before = i == 0 ? "base" : "t" + std::to_string(i - 1);
        const std::string name = i == 0 ? "Base" : "T" + std::to_string(i - 1);
        all += (i ? ", " : "") + (R"({"id": "t)" + number) + R"(", "kind": "table", "name": "T)" + number +
               R"(", "source": {"kind": "table", "elementId": ")" + before +
               R"("}, "columns": [{"id": "a", "name": "Id", "formula": "[)" + name + R"(/Id]"}]})";
    }
    return all;
}

} // namespace

class TestPlanTotal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spoiledBodies()
    {
        const auto loaded =
            adapters::loadWorkbook(QStringLiteral(TESSERA_SOURCE_DIR "/resources/sample/marketing.yaml"));
        QVERIFY(loaded);
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            model::Workbook workbook = loaded->workbook;
            std::vector<model::Object> objects(workbook.elements.begin(), workbook.elements.end());
            model::ObjectList spoiled;
            std::vector<model::Key> keys;
            for (const model::Object &object : objects) {
                Json body = object.body();
                if (random() % 8 == 0) {
                    spoil(body, random);
                    keys.push_back(object.key());
                }
                spoiled.append(object.withBody(std::move(body)));
            }
            workbook.elements = spoiled;
            const model::NameIndex names(workbook);
            for (const model::Key &key : keys) {
                const auto query = model::query::planElement(workbook, names, key);
                if (query.main.relation)
                    QVERIFY(query.main.columns.size() <= query.main.relation->columns.size());
            }
        }
    }
    void longChains()
    {
        const auto f = tests::orders(chain(1000));
        QCOMPARE(QString::fromStdString(f.rows("t20")), QStringLiteral("1\n2\n3\n4\n5\n6\n7\n"));
        QVERIFY(f.plan("t999").hasErrors());
    }
    void unreadableSources()
    {
        const auto f = tests::orders(
            R"J({"id": "t", "kind": "table", "name": "T", "source": {"kind": "table", "elementId": "gone"},
            "columns": [{"id": "a", "name": "A", "formula": "[Gone/A]"}]},
          {"id": "c", "kind": "bar-chart", "source": {"kind": "table", "elementId": "t"}, "columns": [{"id": "x", "name": "X", "formula": "[T/A]"},
            {"id": "y", "name": "Y", "formula": "Count()"}], "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J");
        QVERIFY(!f.plan("t").main.relation);
        QVERIFY(f.plan("t").hasErrors());
        QCOMPARE(QString::fromStdString(f.rows("c")), QString());
        QVERIFY(f.plan("c").hasErrors());
    }
};

QTEST_GUILESS_MAIN(TestPlanTotal)
#include "tst_plan_total.moc"
