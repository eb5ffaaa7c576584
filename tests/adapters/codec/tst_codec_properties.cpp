// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QFileInfo>
#include <QTest>

#include "adapters/codec/layout_xml.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/workbook/invariants.h"
#include "tests/adapters/codec/codec_fixture.h"

using namespace tessera;
using namespace tessera::adapters;
using namespace tessera::codec_fixture;
using model::Collection;
using model::Json;
using model::Workbook;

namespace {

// Random edits of any kind the designer could make, and some it would not.
class Editor
{
public:
    explicit Editor(unsigned seed) : m_random(seed) {}

    void edit(Workbook &workbook)
    {
        switch (number(10)) {
        case 0:
            return insertElement(workbook);
        case 1:
            if (workbook.elements.size() > 1)
                workbook.elements.removeAt(number(workbook.elements.size()));
            return;
        case 2:
            if (workbook.elements.size() > 1)
                workbook.elements.move(number(workbook.elements.size()), number(workbook.elements.size()));
            return;
        case 3:
            return editLayout(workbook);
        default:
            return editBody(workbook);
        }
    }

private:
    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    Json scalar()
    {
        static const std::vector<Json> pool = {"plain",
                                               "no",
                                               "",
                                               " ",
                                               "a: b",
                                               "# x",
                                               "it's \"quoted\"",
                                               "two\nlines",
                                               "ends\n",
                                               "\n\nlate",
                                               "  in\n out",
                                               "x\ty",
                                               "1e3",
                                               "{}",
                                               "[x]",
                                               "- a",
                                               "\xC3\xA9\xF0\x9F\x98\x80",
                                               "tab\t\n",
                                               1,
                                               -7,
                                               2.5,
                                               true,
                                               false,
                                               nullptr,
                                               model::rawNumber("1.10"),
                                               Json::array(),
                                               Json::object(),
                                               "very long " + std::string(200, 'y'),
                                               "a\r\nb",
                                               "a\n\n\n"};
        return pool[static_cast<std::size_t>(number(static_cast<int>(pool.size())))];
    }

    Json value(int depth)
    {
        const int kind = depth > 2 ? 0 : number(5);
        if (kind == 3) {
            Json out = Json::array();
            for (int i = number(4); i > 0; --i)
                out.push_back(value(depth + 1));
            return out;
        }
        if (kind == 4) {
            Json out = Json::object();
            for (int i = number(4); i > 0; --i)
                out["k" + std::to_string(number(9))] = value(depth + 1);
            return out;
        }
        return scalar();
    }

    void insertElement(Workbook &workbook)
    {
        const std::string id = "new" + std::to_string(m_next++);
        Json body = {{"id", id}, {"kind", "text"}, {"body", scalar()}, {"more", value(0)}};
        const auto key = workbook.elements.freeKey(id);
        workbook.elements.insert(number(workbook.elements.size() + 1), model::Object(key, body));
    }

    // A random place inside a value.
    std::string path(const Json &value)
    {
        std::string out;
        const Json *here = &value;
        while (here->is_structured() && !here->empty() && (out.empty() || number(3) > 0)) {
            const int index = number(static_cast<int>(here->size()));
            if (here->is_array()) {
                out = model::joinPointer(out, static_cast<std::size_t>(index));
                here = &(*here)[static_cast<std::size_t>(index)];
            } else {
                const auto it = std::next(here->begin(), index);
                out = model::joinPointer(out, it.key());
                here = &it.value();
            }
        }
        return out;
    }

    void editBody(Workbook &workbook)
    {
        const Collection collection = number(4) == 0 ? Collection::Pages : Collection::Elements;
        auto &list = workbook.list(collection);
        if (list.isEmpty())
            return;
        const int index = number(list.size());
        Json body = list.at(index).body();
        const std::string target = path(body);
        if (!body.is_object() || target == "/id" || target == "/type" || target == "/kind")
            return;
        const Json parent =
            model::at(body, model::parentPointer(target)) ? *model::at(body, model::parentPointer(target)) : Json();
        switch (number(4)) {
        case 0:
            model::assign(body, target, std::nullopt);
            break;
        case 1:
            if (parent.is_array())
                model::assign(body, target, value(0), -1, true);
            else
                model::assign(body,
                              model::joinPointer(model::parentPointer(target), "added" + std::to_string(number(5))),
                              value(0));
            break;
        default:
            model::assign(body, target, value(0));
        }
        list.replace(index, list.at(index).withBody(std::move(body)));
    }

    void editLayout(Workbook &workbook)
    {
        std::vector<model::NodeId> nodes;
        workbook.layout.visit(model::rootNode, [&](model::NodeId id, const model::LayoutNode &node) {
            if (!node.isBlock() && node.kind != model::NodeKind::Tab)
                nodes.push_back(id);
        });
        if (nodes.empty())
            return;
        const model::NodeId id = nodes[static_cast<std::size_t>(number(static_cast<int>(nodes.size())))];
        model::LayoutNode node = *workbook.layout.node(id);
        const auto &blocks = workbook.layout.childrenOf(model::rootNode);
        const model::NodeId block = blocks.at(number(static_cast<int>(blocks.size())));
        switch (number(4)) {
        case 0:
            workbook.layout.remove(id);
            break;
        case 1:
            node.ref = "e" + std::to_string(m_next++);
            workbook.layout.insert(block, number(static_cast<int>(workbook.layout.childrenOf(block).size()) + 1),
                                   {workbook.layout.nextId(), node, {}});
            break;
        case 2:
            workbook.layout.move(id, block, 0);
            break;
        default:
            node.rect = model::GridRect{number(20), number(50), 1 + number(4), 1 + number(9)};
            workbook.layout.replace(id, node);
        }
    }

    std::mt19937 m_random;
    int m_next = 1;
};

// Same bodies in the same order, same layout.
QString strictDifference(const Workbook &a, const Workbook &b)
{
    for (const Collection collection : model::allCollections) {
        const auto &left = a.list(collection);
        const auto &right = b.list(collection);
        if (left.size() != right.size())
            return QStringLiteral("sizes");
        for (int i = 0; i < left.size(); ++i) {
            if (left.at(i).body() != right.at(i).body())
                return text(left.at(i).body()) + QLatin1String(" / ") + text(right.at(i).body());
        }
    }
    return writeLayoutXml(a.layout) == writeLayoutXml(b.layout) ? QString() : QStringLiteral("layout");
}

} // namespace

class TestCodecProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savingKeepsEveryEdit_data();
    void savingKeepsEveryEdit();
};

void TestCodecProperties::savingKeepsEveryEdit_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("envelope");
    QTest::addColumn<int>("format");
    for (const char *source : {"sample", "corpus"}) {
        for (int envelope = 0; envelope < 3; ++envelope) {
            for (int format = 0; format < 2; ++format)
                QTest::addRow("%s %d %s", source, envelope, format ? "json" : "yaml")
                    << QString::fromLatin1(source) << envelope << format;
        }
    }
}

void TestCodecProperties::savingKeepsEveryEdit()
{
    QFETCH(QString, source);
    QFETCH(int, envelope);
    QFETCH(int, format);
    if (source == QLatin1String("corpus") && !QFileInfo::exists(corpusFile()))
        QSKIP("The real workbook is not here.");
    const auto original = source == QLatin1String("corpus") ? loadWorkbook(corpusFile()) : readWorkbook(sampleYaml());
    QVERIFY(original.has_value());
    const int rounds = source == QLatin1String("corpus") ? 15 : 60;
    for (int seed = 0; seed < rounds; ++seed) {
        Editor editor(static_cast<unsigned>(seed));
        auto loaded = readWorkbook(
            convertWorkbook(*original, {static_cast<Format>(format), static_cast<Envelope>(envelope), false}).value());
        QVERIFY(loaded.has_value());
        for (int step = 0; step < 6; ++step) {
            Workbook edited = loaded->workbook;
            for (int i = 0; i <= step; ++i)
                editor.edit(edited);
            const auto saved = saveWorkbook(edited, *loaded);
            QVERIFY(saved.has_value());
            auto again = readWorkbook(*saved);
            QVERIFY2(again.has_value(),
                     qPrintable(QStringLiteral("seed %1 step %2\n").arg(seed).arg(step) + model::toQString(*saved)));
            const bool flat = envelope == static_cast<int>(Envelope::Flat); // elements are grouped by page there
            const QString why = flat ? difference(again->workbook, edited) : strictDifference(again->workbook, edited);
            QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral("seed %1 step %2: %3\n").arg(seed).arg(step).arg(why) +
                                               model::toQString(*saved)));
            QCOMPARE(saveWorkbook(again->workbook, *again).value(), *saved);
            const std::string formatted = formatWorkbook(*again).value();
            const auto canonical = readWorkbook(formatted);
            QVERIFY(canonical.has_value());
            QCOMPARE(difference(canonical->workbook, again->workbook), QString());
            QCOMPARE(formatWorkbook(*canonical).value(), formatted);
            loaded = std::move(again);
        }
    }
}

QTEST_GUILESS_MAIN(TestCodecProperties)
#include "tst_codec_properties.moc"
