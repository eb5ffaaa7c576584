// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_card.h"

#include <algorithm>
#include <numeric>

#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include "designer/paint/chart/chart_data.h"
#include "designer/paint/kind_painters.h"
#include "designer/preview/preview_page.h"
#include "designer/session/session.h"
#include "model/workbook/look/content_look.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

namespace {

bool isPressable(const std::string &kind)
{
    return kind == "button" || kind == "image" || kind == "navigation";
}

} // namespace

PreviewCard::PreviewCard(PreviewPage &page, const model::NodeBox &box, const model::Key &key)
    : QWidget(&page)
    , m_page(page)
    , m_box(box)
    , m_key(key)
{
    const model::Object *object = element();
    const std::string kind = object ? object->kind() : std::string();
    m_kind = kind;
    setObjectName(QStringLiteral("card:%1").arg(QString::fromStdString(key)));
    setAccessibleName(object ? page.nameOf(*object) : QString());
    setMouseTracking(true);
    const bool reachable =
        isPressable(kind) || model::isChartKind(kind) || model::isTableKind(kind) || kind == "repeated-container";
    setFocusPolicy(reachable ? Qt::StrongFocus : Qt::NoFocus);
    if (kind == "button")
        setCursor(Qt::PointingHandCursor);
    if (kind == "form")
        placeForm();
}

bool PreviewCard::shows(const model::Object &other) const
{
    return other.key() == m_key && other.kind() == m_kind;
}

bool PreviewCard::contains(const model::Key &key) const
{
    if (m_kind != "repeated-container")
        return false;
    const model::Workbook &workbook = m_page.picture().workbook();
    const model::Object *other = workbook.element(key);
    model::NodeId node = other ? workbook.layout.findElement(other->id()) : model::rootNode;
    while (node != model::rootNode && node != m_box.node)
        node = workbook.layout.parentOf(node);
    return node == m_box.node;
}

void PreviewCard::place(const model::NodeBox &box)
{
    m_box = box;
    if (const model::Object *object = element())
        setAccessibleName(m_page.nameOf(*object));
    touch();
    if (m_kind == "form")
        placeForm();
}

const model::Object *PreviewCard::element() const
{
    return m_page.picture().workbook().element(m_key);
}

bool PreviewCard::acts() const
{
    const model::Object *object = element();
    return object && (model::isChartKind(object->kind()) || model::isTableKind(object->kind()) ||
                      object->kind() == "repeated-container");
}

const MarkList &PreviewCard::marks() const
{
    if (!m_marks) {
        m_marks.emplace();
        QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&nowhere);
        painter.translate(-m_box.card.topLeft());
        m_page.picture().paintBox(painter, m_box, &m_view, &*m_marks);
    }
    return *m_marks;
}

QRect PreviewCard::markRect(int index) const
{
    if (index < 0 || index >= marks().marks().size())
        return {};
    return marks().marks().at(index).shape.boundingRect().translated(-m_box.card.topLeft()).toAlignedRect();
}

void PreviewCard::touch()
{
    m_marks.reset();
    m_pixels = {};
    m_hovered = -1;
    update();
}

void PreviewCard::refresh()
{
    m_view.chosen.clear();
    m_view.focus = -1;
    sortRows();
    touch();
}

void PreviewCard::refreshPictures()
{
    if (m_kind == "image" || m_kind == "repeated-container")
        touch();
}

void PreviewCard::paintEvent(QPaintEvent *)
{
    const qreal ratio = devicePixelRatioF();
    if (m_pixels.isNull() || m_pixels.devicePixelRatio() != ratio) {
        m_pixels = m_page.picture().cardImage(m_box, ratio, &m_view);
        m_pixels.setDevicePixelRatio(ratio);
    }
    QPainter painter(this);
    painter.drawImage(0, 0, m_pixels);
    const PageTheme &theme = m_page.picture().theme();
    painter.setRenderHint(QPainter::Antialiasing);
    const int shown = m_view.focus >= 0 && hasFocus() ? m_view.focus : m_hovered;
    if (shown >= 0 && shown < marks().marks().size() && marks().marks().at(shown).kind == Mark::Kind::Datum) {
        painter.save();
        painter.translate(-m_box.card.topLeft());
        painter.setPen(QPen(theme.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(marks().marks().at(shown).shape);
        painter.restore();
    } else if (shown >= 0 && hasFocus() && m_view.focus >= 0) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(markRect(shown)).adjusted(1, 1, -1, -1));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.radius, theme.radius);
    }
}

QString PreviewCard::tip(const Mark &mark) const
{
    const model::Object *object = element();
    const bool says = mark.kind == Mark::Kind::Datum || mark.kind == Mark::Kind::Cell ||
                      mark.kind == Mark::Kind::Jump || (mark.kind == Mark::Kind::Press && m_kind == "image");
    if (!object || !says)
        return {};
    auto lines = mark.lines;
    const auto rows = m_page.rowsOf(m_key);
    if (lines.isEmpty() && mark.kind == Mark::Kind::Datum && rows) {
        QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&nowhere);
        const BlockPicture &picture = m_page.picture();
        const SketchContext context{picture.workbook(), picture.catalogue(), picture.theme()};
        lines = rowLines({painter, *object, context, m_box.card, rows}, mark.row);
    }
    QString html;
    if (!mark.title.isEmpty() && mark.kind != Mark::Kind::Cell)
        html += u"<b>"_qs + mark.title.toHtmlEscaped() + u"</b>"_qs;
    html += u"<table cellspacing=0 cellpadding=1>"_qs;
    for (const auto &[name, value] : lines)
        html += u"<tr><td>%1&nbsp;&nbsp;</td><td align=right><b>%2</b></td></tr>"_qs.arg(name.toHtmlEscaped(),
                                                                                         value.toHtmlEscaped());
    html += u"</table>"_qs;
    return lines.isEmpty() && mark.title.isEmpty()             ? QString()
           : lines.isEmpty() && mark.kind != Mark::Kind::Datum ? mark.title.toHtmlEscaped()
                                                               : html;
}

void PreviewCard::showTip(int index, const QPoint &global)
{
    const QString words = index >= 0 ? tip(marks().marks().at(index)) : QString();
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, words, this, markRect(index).adjusted(-4, -4, 4, 4));
}

bool PreviewCard::pressWhole()
{
    const model::Object *object = element();
    if (!object || (object->kind() != "button" && object->kind() != "image"))
        return false;
    if (!marks().marks().isEmpty() && marks().marks().first().column == "allow")
        m_page.allowPictures();
    else
        m_page.click(*object);
    return true;
}

void PreviewCard::press(int index)
{
    const Mark mark = marks().marks().at(index);
    const model::Object *object = element();
    if (object && object->kind() == "navigation") {
        const model::Object kept = *object; // what it leads to may replace this card
        pressNavigation(kept, index);
        return;
    }
    switch (mark.kind) {
    case Mark::Kind::Header:
        sortBy(mark.column);
        break;
    case Mark::Kind::Place:
        break;
    case Mark::Kind::Press:
        m_page.clickInCard(m_key, mark.column, mark.row);
        break;
    case Mark::Kind::Jump:
        if (object)
            m_page.jumpTo(*object);
        break;
    case Mark::Kind::Toggle:
        if (!m_view.closed.erase(mark.column))
            m_view.closed.insert(mark.column);
        touch();
        break;
    case Mark::Kind::Datum:
    case Mark::Kind::Cell:
        pick(mark);
        break;
    }
}

// Entries that hang below another one, or for which a narrow navigation has no room.
void PreviewCard::offer(const model::Object &navigation, const std::vector<model::NavigationEntry> &entries, int index)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("navigationMore"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QMenu *into, const model::NavigationEntry &entry) {
        connect(into->addAction(entry.label), &QAction::triggered, this,
                [this, navigation, entry] { m_page.follow(navigation, entry); });
    };
    for (const model::NavigationEntry &entry : entries) {
        if (entry.below.empty()) {
            add(menu, entry);
            continue;
        }
        QMenu *below = menu->addMenu(entry.label);
        for (const model::NavigationEntry &sub : entry.below)
            add(below, sub);
    }
    menu->popup(mapToGlobal(markRect(index).bottomLeft()));
}

void PreviewCard::pressNavigation(const model::Object &navigation, int index)
{
    const Mark mark = marks().marks().at(index);
    const auto entries = model::navigationOf(m_page.picture().workbook(), navigation);
    if (mark.row < 0 || mark.row >= static_cast<int>(entries.size()))
        return;
    const model::NavigationEntry entry = entries[static_cast<std::size_t>(mark.row)];
    if (mark.column == "more")
        offer(navigation, {entries.begin() + mark.row, entries.end()}, index);
    else if (!entry.below.empty())
        offer(navigation, entry.below, index);
    else
        m_page.follow(navigation, entry);
}

void PreviewCard::pick(const Mark &mark)
{
    if (mark.row < 0 || !acts())
        return;
    const bool again = m_view.chosen.count(mark.row) > 0;
    m_view.chosen.clear();
    if (!again)
        m_view.chosen.insert(mark.row);
    const int focus = m_view.focus;
    touch();
    m_view.focus = focus;
    if (const model::Object *object = element(); object && !again)
        m_page.select(*object, mark.row);
}

void PreviewCard::sortBy(const std::string &column)
{
    if (column != m_view.sortColumn) {
        m_view.sortColumn = column;
        m_view.descending = false;
    } else if (!m_view.descending) {
        m_view.descending = true;
    } else {
        m_view.sortColumn.clear();
        m_view.descending = false;
    }
    m_view.scroll = 0;
    sortRows();
    touch();
}

void PreviewCard::sortBy(const std::string &column, bool descending)
{
    m_view.sortColumn = column;
    m_view.descending = descending;
    m_view.scroll = 0;
    sortRows();
    touch();
}

void PreviewCard::sortRows()
{
    const auto rows = m_page.rowsOf(m_key);
    m_view.order.clear();
    const auto *cells =
        rows && rows->main && !m_view.sortColumn.empty() ? rows->main->byId(m_view.sortColumn) : nullptr;
    if (cells) {
        const DataColumn values{cells, {}, {}};
        m_view.order.resize(cells->data.size());
        std::iota(m_view.order.begin(), m_view.order.end(), 0);
        const auto *texts = std::get_if<std::vector<std::string>>(&cells->data.cells());
        std::stable_sort(m_view.order.begin(), m_view.order.end(), [&](int a, int b) {
            const bool noLeft = values.isNull(a), noRight = values.isNull(b);
            if (noLeft || noRight)
                return !noLeft && noRight; // Null last, whichever way
            if (texts) {
                const int order = (*texts)[static_cast<std::size_t>(a)].compare((*texts)[static_cast<std::size_t>(b)]);
                return m_view.descending ? order > 0 : order < 0;
            }
            return m_view.descending ? values.number(a) > values.number(b) : values.number(a) < values.number(b);
        });
    }
}

void PreviewCard::scrollBy(int rows)
{
    const auto known = m_page.rowsOf(m_key);
    const int most = known && known->main ? static_cast<int>(known->main->rowCount()) - 1 : 0;
    const int next = std::clamp(m_view.scroll + rows, 0, std::max(0, most));
    if (next == m_view.scroll)
        return;
    m_view.scroll = next;
    touch();
}

} // namespace tessera::designer
