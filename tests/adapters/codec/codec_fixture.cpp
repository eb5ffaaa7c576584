// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/adapters/codec/codec_fixture.h"

#include "adapters/codec/layout_xml.h"
#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::codec_fixture {

using model::Json;

std::string sampleYaml()
{
    return R"yaml(# Campaigns, kept by hand
name: "Campaigns"
folderId: 5d1c   # ours
contents:
  schemaVersion: 1
  kind: workbook
  elements:
    # the source of everything
    - id: base
      kind: table
      name: Base   # formulas use it
      source: {kind: warehouse-table, connectionId: c-1, path: [DB, SC, SPEND]}
      columns:
        - id: c-day
          formula: '[SPEND/DAY]'
          name: Day
        # money
        - id: c-val
          formula: Sum([SPEND/VAL])
          name: 'Value'

    - id: note
      kind: text
      body: |-
        # Spend

        by channel
      verticalAlign: top

    # ---- charts ----

    # one bar a day
    - id: bars
      kind: bar-chart
      columns:
        - {id: x, formula: "[Base/Day]"}
        - {id: y, formula: "[Base/Value]"}
      unknownKey: 12345678901234567890123
      flag: yes

  pages:
    - id: pg
      name: Overview
  layout: |
    <?xml version="1.0" encoding="utf-8"?>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="pg">
      <!-- top -->
      <Element elementId="note" gridColumn="1 / 25" gridRow="1 / 3"/>
      <Element elementId="bars" gridColumn="1 / 13" gridRow="3 / 13"/>
      <Element elementId="base" gridColumn="13 / 25" gridRow="3 / 13"/>
    </Page>
)yaml";
}

QString corpusFile()
{
    return QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
}

QStringList changedLines(const std::string &before, const std::string &after)
{
    const QStringList a = model::toQString(before).split(QLatin1Char('\n'));
    const QStringList b = model::toQString(after).split(QLatin1Char('\n'));
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    QStringList out;
    for (qsizetype i = head; i < a.size() - tail; ++i)
        out << QLatin1Char('-') + a[i];
    for (qsizetype i = head; i < b.size() - tail; ++i)
        out << QLatin1Char('+') + b[i];
    return out;
}

namespace {

Json sorted(const Json &value)
{
    return Json::parse(nlohmann::json::parse(value.dump()).dump());
}

} // namespace

QString difference(const model::Workbook &a, const model::Workbook &b)
{
    for (const model::Collection collection : model::allCollections) {
        const auto &left = a.list(collection);
        const auto &right = b.list(collection);
        const QString name = model::toQString(model::wireKey(collection));
        if (left.size() != right.size())
            return QStringLiteral("%1: %2 and %3 entries").arg(name).arg(left.size()).arg(right.size());
        for (const model::Object &object : left) {
            const model::Object *other = right.find(object.key());
            if (!other || sorted(other->body()) != sorted(object.body()))
                return QStringLiteral("%1 %2 differs").arg(name, model::toQString(object.key()));
        }
    }
    Json left = a.contents;
    Json right = b.contents;
    for (const char *key : {"elements", "pages", "overlays", "panels", "layout", "kind"}) {
        left.erase(key);
        right.erase(key);
    }
    if (sorted(left) != sorted(right))
        return QStringLiteral("contents differ");
    if (sorted(a.meta) != sorted(b.meta))
        return QStringLiteral("outer keys differ");
    return adapters::writeLayoutXml(a.layout) == adapters::writeLayoutXml(b.layout) ? QString()
                                                                                    : QStringLiteral("layout differs");
}

QString text(const Json &value)
{
    return model::toQString(model::writeJson(value));
}

void setBody(model::Workbook &workbook, model::Collection collection, const std::string &key, const std::string &path,
             const std::optional<Json> &value)
{
    model::ObjectList &list = workbook.list(collection);
    const int index = list.indexOf(key);
    Json body = list.at(index).body();
    const bool insert = path.ends_with("/-") || (path.find("insert:") == 0);
    model::assign(body, insert && path.find("insert:") == 0 ? path.substr(7) : path, value, -1, insert);
    list.replace(index, list.at(index).withBody(std::move(body)));
}

void removeObject(model::Workbook &workbook, model::Collection collection, const std::string &key)
{
    workbook.list(collection).removeAt(workbook.list(collection).indexOf(key));
}

void moveNode(model::Workbook &workbook, const std::string &element, const model::GridRect &rect)
{
    const model::NodeId id = workbook.layout.findElement(element);
    model::LayoutNode node = *workbook.layout.node(id);
    node.rect = rect;
    workbook.layout.replace(id, node);
}

} // namespace tessera::codec_fixture
