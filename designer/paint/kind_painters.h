// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QHash>

#include "designer/paint/sketch.h"

namespace tessera::designer {

// How much of a card an element has around it.
enum class Chrome
{
    Card, // box, kind icon and title
    Box,  // box only; the painter shows the title in its own way
    Bare, // nothing
};

struct KindPainter
{
    Chrome chrome = Chrome::Card;
    void (*paint)(const Sketch &sketch) = nullptr;
};

// Painters by element kind. Each family of kinds is a file that adds its own.
class KindPainters
{
public:
    static const KindPainters &instance();

    const KindPainter &painterFor(const std::string &kind) const; // of an unknown kind: an honest card
    void add(std::string kind, KindPainter painter) { m_painters.insert(std::move(kind), painter); }
    QList<std::string> kinds() const { return m_painters.keys(); }

private:
    KindPainters();

    QHash<std::string, KindPainter> m_painters;
    KindPainter m_unknown;
};

void addCartesianPainters(KindPainters &painters);
void addRoundPainters(KindPainters &painters);
void addFlowPainters(KindPainters &painters);
void addMapPainters(KindPainters &painters);
void addKpiPainters(KindPainters &painters);
void addTablePainters(KindPainters &painters);
void addTextPainters(KindPainters &painters);
void addMediaPainters(KindPainters &painters);
void addFormPainters(KindPainters &painters);
void addControlPainters(KindPainters &painters);
void addContainerPainters(KindPainters &painters);
void addServicePainters(KindPainters &painters);

// The card of an element with its sketch inside, into `card`. Containers paint their own box; their children are
// painted by whoever walks the layout.
void paintElement(QPainter &painter, const QRect &card, const model::Object &element, const SketchContext &context);

// Shown where a layout places an element nobody declared.
void paintMissing(QPainter &painter, const QRect &card, const std::string &elementId, const SketchContext &context);

} // namespace tessera::designer
