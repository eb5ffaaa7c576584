// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>

#include "designer/paint/container_painters.h"
#include "designer/paint/kind_names.h"
#include "designer/preview/page_style.h"
#include "designer/preview/preview_card.h"
#include "designer/session/live_data.h"
#include "designer/session/live_pictures.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/workbook/look/content_look.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

namespace {

// Keyboard place of a tabbed container: arrows go from tab to tab.
class TabStrip : public QWidget
{
public:
    TabStrip(const QString &name, std::function<void(int)> step, QWidget *parent)
        : QWidget(parent)
        , m_step(std::move(step))
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAccessibleName(name);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            m_step(event->key() == Qt::Key_Left ? -1 : 1);
        else
            QWidget::keyPressEvent(event);
    }
    void paintEvent(QPaintEvent *) override
    {
        if (!hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokensOf(palette()).accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::radius, size::radius);
    }
    void focusInEvent(QFocusEvent *) override { update(); }
    void focusOutEvent(QFocusEvent *) override { update(); }

private:
    std::function<void(int)> m_step;
};

void discard(QWidget *widget)
{
    if (!widget)
        return;
    widget->hide();
    widget->deleteLater();
}

} // namespace

PreviewPage::PreviewPage(Session &session, PreviewStage &stage, const std::string &block, QWidget *parent,
                         std::string page)
    : QWidget(parent)
    , m_session(session)
    , m_stage(stage)
    , m_block(block)
    , m_page(std::move(page))
{
    setObjectName(m_page.empty() ? QStringLiteral("previewPage") : QStringLiteral("previewPanel"));
    setAccessibleName(m_page.empty() ? tr("Page in preview") : tr("Panel in preview"));
    if (LiveData *live = session.data()) {
        connect(live, &LiveData::changed, this, &PreviewPage::refreshElement);
        connect(live, &LiveData::controlsChanged, this, &PreviewPage::refreshControls);
    }
    if (session.pictures())
        connect(session.pictures(), &LivePictures::changed, this, &PreviewPage::refreshPictures);
}

PreviewPage::~PreviewPage() = default;

void PreviewPage::layOut(int width, QSize least)
{
    m_width = width;
    m_least = least;
    BlockOptions options;
    options.width = width;
    options.activeTabs = m_tabs;
    options.rows = m_session.data();
    options.pictures = m_session.pictures();
    options.page = m_page;
    m_picture = std::make_unique<BlockPicture>(m_session.workbook(), m_session.catalogue(), m_block, options);
    dressForPage(*this, m_picture->theme());
    setFixedSize(m_picture->size().expandedTo(least));
    placePanels(size());
    placeCards();
    update();
    Q_EMIT resized();
}

void PreviewPage::placePanels(QSize sheet)
{
    auto before = std::exchange(m_panels, {});
    for (const auto &[id, place] : m_picture->panels().places(QRect(QPoint(0, 0), sheet))) {
        const auto known = before.find(id);
        PreviewPage *panel =
            known != before.end() ? known->second : new PreviewPage(m_session, m_stage, id, this, m_block);
        before.erase(id);
        panel->layOut(place.width(), place.size());
        panel->move(place.topLeft());
        panel->show();
        m_panels[id] = panel;
    }
    for (const auto &[id, panel] : before)
        discard(panel);
}

std::vector<model::Key> PreviewPage::elements() const
{
    std::vector<model::Key> keys;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        if (const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr)
            keys.push_back(element->key());
    }
    for (const auto &[id, panel] : m_panels) {
        const auto more = panel->elements();
        keys.insert(keys.end(), more.begin(), more.end());
    }
    return keys;
}

// What stands in a repeated container is painted by its card, once for each row.
bool PreviewPage::isInRepeated(model::NodeId node) const
{
    const model::Workbook &workbook = m_picture->workbook();
    for (model::NodeId up = workbook.layout.parentOf(node); up != model::rootNode; up = workbook.layout.parentOf(up)) {
        const model::LayoutNode *around = workbook.layout.node(up);
        const model::Object *container = around ? workbook.elementOf(*around) : nullptr;
        if (container && container->kind() == "repeated-container")
            return true;
    }
    return false;
}

void PreviewPage::placeCards()
{
    QWidget *before = nullptr;
    QSet<model::NodeId> placed;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr;
        if (!element || isInRepeated(box.node))
            continue;
        QWidget *widget = nullptr;
        if (box.kind == model::NodeKind::TabbedContainer)
            widget = placeStrip(box, *element);
        else if (box.kind == model::NodeKind::Element && element->kind() == "control")
            widget = placeControl(box, *element);
        else if (box.kind == model::NodeKind::Element || element->kind() == "repeated-container")
            widget = placeCard(box, *element);
        if (!widget)
            continue;
        placed.insert(box.node);
        if (before)
            setTabOrder(before, widget); // Tab goes as one reads
        before = widget;
    }
    removeUnplaced(placed);
}

void PreviewPage::removeUnplaced(const QSet<model::NodeId> &placed)
{
    std::erase_if(m_strips, [&](const auto &entry) {
        const bool gone = !placed.contains(entry.first);
        if (gone)
            discard(entry.second);
        return gone;
    });
    std::erase_if(m_cards, [&](const auto &entry) {
        const bool gone = !placed.contains(entry.first);
        if (gone)
            discard(entry.second);
        return gone;
    });
    std::erase_if(m_controls, [&](const auto &entry) {
        const bool gone = !placed.contains(entry.first);
        if (gone) {
            discard(entry.second.field);
            discard(entry.second.label);
        }
        return gone;
    });
}

QWidget *PreviewPage::placeStrip(const model::NodeBox &box, const model::Object &element)
{
    QWidget *&strip = m_strips[box.node];
    if (!strip)
        strip = new TabStrip(
            nameOf(element), [this, id = box.node](int by) { stepTab(id, by); }, this);
    const QRect where = box.card.translated(m_picture->origin());
    strip->setGeometry(QRect(where.left(), where.top(), where.width(), model::metrics::tabStrip));
    strip->setAccessibleName(nameOf(element));
    strip->show();
    return strip;
}

QWidget *PreviewPage::placeCard(const model::NodeBox &box, const model::Object &element)
{
    PreviewCard *&card = m_cards[box.node];
    if (card && !card->shows(element)) {
        discard(card);
        card = nullptr;
    }
    if (!card)
        card = new PreviewCard(*this, box, element.key());
    else
        card->place(box);
    card->setGeometry(box.card.translated(m_picture->origin()));
    card->show();
    return card;
}

PreviewPage::Control PreviewPage::makeControl(const model::Object &control, const std::string &type)
{
    Control made{type, control.key(), makeControlField(type, this), new QLabel(this)};
    made.field->setObjectName(QStringLiteral("control:%1").arg(QString::fromStdString(control.key())));
    made.label->setProperty("role", QStringLiteral("label"));
    made.label->setBuddy(made.field);
    connect(made.field, &ControlField::chosen, this,
            [this, key = control.key()](const std::optional<model::query::ControlValue> &value) {
                const model::Object *object = m_session.workbook().element(key);
                if (!object || !m_session.data())
                    return;
                m_session.data()->setControl(model::controlId(*object), value);
                runActions(placeFor(*object), "on-change", m_stage);
            });
    return made;
}

QWidget *PreviewPage::placeControl(const model::NodeBox &box, const model::Object &control)
{
    const QRect where = box.card.translated(m_picture->origin());
    const ControlState state = stateOf(control);
    Control &known = m_controls[box.node];
    if (known.field && (known.type != state.look.type || known.key != control.key())) {
        discard(known.field);
        discard(known.label);
        known = {};
    }
    if (!known.field)
        known = makeControl(control, state.look.type);
    const ControlPlaces places = controlPlaces(control, state.look, where);
    const PageTheme theme = m_picture->themeAt(box.node);
    dressForPage(*known.field, theme);
    dressForPage(*known.label, theme);
    known.label->setText(state.look.label);
    known.label->setGeometry(places.label);
    known.label->setVisible(!places.label.isEmpty());
    known.field->setGeometry(places.field);
    if (known.field->focusPolicy() == Qt::NoFocus && known.field->focusProxy())
        known.field->setFocusPolicy(Qt::StrongFocus);
    known.field->show(state);
    known.field->QWidget::show();
    return known.field;
}

ControlState PreviewPage::stateOf(const model::Object &control) const
{
    const auto rows = rowsOf(control.key());
    ControlState state;
    state.look = liveControlLook(m_session.workbook(), control, m_session.data(), rows.get());
    state.options = controlOptions(m_session.workbook(), control, rows.get());
    if (const auto *held = heldValue(control, m_session.data()))
        state.held = *held;
    return state;
}

void PreviewPage::refreshControls()
{
    for (const auto &[node, control] : m_controls) {
        if (const model::Object *object = m_session.workbook().element(control.key))
            control.field->show(stateOf(*object));
    }
}

void PreviewPage::refreshPictures()
{
    for (const auto &[node, card] : m_cards)
        card->refreshPictures();
    update(); // pages and containers have pictures behind them
}

void PreviewPage::refreshElement(const model::Key &key)
{
    for (const auto &[node, card] : m_cards) {
        if (card->key() == key || card->contains(key))
            card->refresh();
    }
    for (const auto &[node, control] : m_controls) {
        const model::Object *object = control.key == key ? m_session.workbook().element(key) : nullptr;
        if (object)
            control.field->show(stateOf(*object));
    }
}

model::query::ElementRowsPtr PreviewPage::rowsOf(const model::Key &element) const
{
    return m_session.data() ? m_session.data()->rowsOf(element) : nullptr;
}

QString PreviewPage::nameOf(const model::Object &element) const
{
    const QString title = model::titleOf(element).text.trimmed();
    return title.isEmpty() ? kindLabel(m_session.catalogue(), element) : title;
}

PreviewCard *PreviewPage::card(const model::Key &element) const
{
    for (const auto &[node, card] : m_cards) {
        if (card->key() == element)
            return card;
    }
    for (const auto &[id, panel] : m_panels) {
        if (PreviewCard *card = panel->card(element))
            return card;
    }
    return nullptr;
}

ControlField *PreviewPage::field(const model::Key &key) const
{
    for (const auto &[node, control] : m_controls) {
        if (control.key == key)
            return control.field;
    }
    for (const auto &[id, panel] : m_panels) {
        if (ControlField *field = panel->field(key))
            return field;
    }
    return nullptr;
}

QWidget *PreviewPage::container(const std::string &element)
{
    const auto strip = m_strips.find(m_session.workbook().layout.findElement(element));
    return strip == m_strips.end() ? nullptr : strip->second;
}

PreviewPage *PreviewPage::panel(const std::string &id) const
{
    const auto found = m_panels.find(id);
    return found == m_panels.end() ? nullptr : found->second;
}

// A control is a widget on its own fill.
void PreviewPage::paintGround(QPainter &painter, const model::NodeBox &box, const model::Object &control) const
{
    const PageTheme &theme = m_picture->theme();
    const model::BoxLook look = model::boxOf(control);
    const QColor fill = colorFrom(theme, look.background, Qt::transparent);
    if (fill.alpha() == 0)
        return;
    const qreal radius = radiusFrom(theme, look.corner, 16);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(box.card), radius, radius);
}

void PreviewPage::paintEvent(QPaintEvent *event)
{
    if (!m_picture)
        return;
    QPainter painter(this);
    m_picture->paintFrame(painter, size(), false); // panels are widgets of their own
    painter.translate(m_picture->origin());
    m_picture->paintBoxes(painter, event->rect().translated(-m_picture->origin()),
                          [&](QPainter &p, const model::NodeBox &box) {
                              const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
                              const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr;
                              const bool widget = box.kind == model::NodeKind::Element ||
                                                  (element && element->kind() == "repeated-container");
                              if (element && element->kind() == "control")
                                  paintGround(p, box, *element);
                              else if (!widget && !isInRepeated(box.node))
                                  m_picture->paintBox(p, box);
                          });
}

QList<QPair<model::NodeId, QList<QRect>>> PreviewPage::tabStrips() const
{
    QList<QPair<model::NodeId, QList<QRect>>> strips;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr;
        if (element && box.kind == model::NodeKind::TabbedContainer)
            strips.append(
                {box.node,
                 tabRects(*element, QRect(box.card.left(), box.card.top(), box.card.width(), model::metrics::tabStrip),
                          m_picture->theme())});
    }
    return strips;
}

void PreviewPage::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint() - m_picture->origin();
    for (const auto &[node, tabs] : tabStrips()) {
        for (int i = 0; i < tabs.size(); ++i) {
            if (tabs.at(i).contains(at)) {
                selectTab(node, i);
                return;
            }
        }
    }
    QWidget::mousePressEvent(event);
}

void PreviewPage::selectTab(model::NodeId tabbed, int index)
{
    m_tabs.insert(tabbed, index);
    layOut(m_width, m_least);
    m_stage.sightChanged();
}

void PreviewPage::stepTab(model::NodeId tabbed, int by)
{
    const auto count = static_cast<int>(m_session.workbook().layout.childrenOf(tabbed).size());
    if (count > 0)
        selectTab(tabbed, (m_tabs.value(tabbed, 0) + by + count) % count);
}

bool PreviewPage::selectTab(const std::string &id, std::optional<int> index, int direction)
{
    const model::NodeId node = m_session.workbook().layout.findElement(id);
    if (!m_picture->geometry().box(node)) {
        return std::any_of(m_panels.begin(), m_panels.end(),
                           [&](const auto &entry) { return entry.second->selectTab(id, index, direction); });
    }
    if (index)
        selectTab(node, *index);
    else
        stepTab(node, direction);
    return true;
}

void PreviewPage::bringIntoView(QWidget *child)
{
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            area->ensureWidgetVisible(child, 16, 16);
            return;
        }
    }
}

} // namespace tessera::designer
