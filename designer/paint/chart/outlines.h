// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QHash>
#include <QPointF>
#include <QString>
#include <QStringList>

namespace tessera::designer {

// An area on the globe. Points are longitude and latitude in degrees.
struct Outline
{
    QString name;
    QStringList keys; // what data may call it: codes and other names
    std::vector<std::vector<QPointF>> rings;
};

// Areas of one kind, found by any of their names without regard to case.
class Outlines
{
public:
    static const Outlines &countries(); // Natural Earth 1:110m
    static const Outlines &states();    // of the United States: Census Bureau

    const std::vector<Outline> &all() const { return m_all; }
    int find(const QString &name) const; // -1: none

private:
    explicit Outlines(const QString &set);

    std::vector<Outline> m_all;
    QHash<QString, int> m_byName;
};

// The rings of a GeoJSON geometry or feature as text; `points` gets lone points. Broken text has none.
std::vector<std::vector<QPointF>> ringsOfGeoJson(const QString &text, std::vector<QPointF> *points = nullptr);

} // namespace tessera::designer
