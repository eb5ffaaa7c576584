// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/chart/outlines.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tessera::designer {

namespace {

constexpr int deepest = 8;               // of collections in collections
constexpr qsizetype mostPoints = 200000; // of one geometry

QString folded(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

QPointF pointOf(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    return {pair.at(0).toDouble(), pair.at(1).toDouble()};
}

struct Reader
{
    std::vector<std::vector<QPointF>> rings;
    std::vector<QPointF> points;
    qsizetype count = 0;

    void ring(const QJsonValue &value)
    {
        std::vector<QPointF> out;
        for (const QJsonValue &point : value.toArray()) {
            if (++count > mostPoints)
                return;
            out.push_back(pointOf(point));
        }
        if (out.size() > 1)
            rings.push_back(std::move(out));
    }

    void read(const QJsonObject &object, int depth)
    {
        const QString type = object.value(QLatin1String("type")).toString();
        const QJsonValue coordinates = object.value(QLatin1String("coordinates"));
        if (depth > deepest)
            return;
        if (type == QLatin1String("Feature")) {
            read(object.value(QLatin1String("geometry")).toObject(), depth + 1);
        } else if (type == QLatin1String("FeatureCollection") || type == QLatin1String("GeometryCollection")) {
            const bool features = type == QLatin1String("FeatureCollection");
            for (const QJsonValue &item :
                 object.value(features ? QLatin1String("features") : QLatin1String("geometries")).toArray())
                read(item.toObject(), depth + 1);
        } else if (type == QLatin1String("Point")) {
            points.push_back(pointOf(coordinates));
        } else if (type == QLatin1String("MultiPoint")) {
            for (const QJsonValue &item : coordinates.toArray())
                points.push_back(pointOf(item));
        } else if (type == QLatin1String("LineString")) {
            ring(coordinates);
        } else if (type == QLatin1String("Polygon") || type == QLatin1String("MultiLineString")) {
            for (const QJsonValue &item : coordinates.toArray())
                ring(item);
        } else if (type == QLatin1String("MultiPolygon")) {
            for (const QJsonValue &polygon : coordinates.toArray()) {
                for (const QJsonValue &item : polygon.toArray())
                    ring(item);
            }
        }
    }
};

} // namespace

Outlines::Outlines(const QString &set)
{
    QFile file(QStringLiteral(":/maps/outlines.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &item : all.value(set).toArray()) {
        const QJsonObject object = item.toObject();
        Outline outline;
        outline.name = object.value(QLatin1String("name")).toString();
        for (const QJsonValue &key : object.value(QLatin1String("keys")).toArray())
            outline.keys << key.toString();
        for (const QJsonValue &ring : object.value(QLatin1String("rings")).toArray()) {
            const QJsonArray flat = ring.toArray();
            std::vector<QPointF> points;
            for (qsizetype i = 0; i + 1 < flat.size(); i += 2)
                points.emplace_back(flat.at(i).toDouble(), flat.at(i + 1).toDouble());
            outline.rings.push_back(std::move(points));
        }
        const int index = static_cast<int>(m_all.size());
        m_byName.insert(folded(outline.name), index);
        for (const QString &key : std::as_const(outline.keys))
            m_byName.insert(folded(key), index);
        m_all.push_back(std::move(outline));
    }
    // What people write and ISO does not.
    for (const auto &[name, code] : {std::pair{"usa", "us"},
                                     {"uk", "gb"},
                                     {"great britain", "gb"},
                                     {"south korea", "kr"},
                                     {"north korea", "kp"},
                                     {"russia", "ru"},
                                     {"iran", "ir"},
                                     {"vietnam", "vn"},
                                     {"syria", "sy"},
                                     {"turkey", "tr"},
                                     {"czech republic", "cz"}}) {
        if (const auto it = m_byName.constFind(QLatin1String(code)); set == u"countries" && it != m_byName.cend())
            m_byName.insert(QLatin1String(name), *it);
    }
}

const Outlines &Outlines::countries()
{
    static const Outlines outlines(QStringLiteral("countries"));
    return outlines;
}

const Outlines &Outlines::states()
{
    static const Outlines outlines(QStringLiteral("states"));
    return outlines;
}

int Outlines::find(const QString &name) const
{
    return m_byName.value(folded(name), -1);
}

std::vector<std::vector<QPointF>> ringsOfGeoJson(const QString &text, std::vector<QPointF> *points)
{
    Reader reader;
    reader.read(QJsonDocument::fromJson(text.toUtf8()).object(), 0);
    if (points)
        points->insert(points->end(), reader.points.begin(), reader.points.end());
    return reader.rings;
}

} // namespace tessera::designer
