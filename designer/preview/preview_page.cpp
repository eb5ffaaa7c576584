// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>

#include "designer/paint/container_painters.h"
#include "designer/paint/kind_names.h"
#include "designer/preview/preview_card.h"
#include "designer/session/live_data.h"
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

bool showsOwnLabel(const std::string &type)
{
    return type == "checkbox" || type == "switch";
}

} // namespace

PreviewPage::PreviewPage(Session &session, PreviewStage &stage, const std::string &block, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stage(stage)
    , m_block(block)
{
    setObjectName(QStringLiteral("previewPage"));
    setAccessibleName(tr("Page in preview"));
    if (LiveData *live = session.data()) {
        connect(live, &LiveData::changed, this, &PreviewPage::refreshElement);
        connect(live, &LiveData::controlsChanged, this, &PreviewPage::refreshControls);
    }
}

PreviewPage::~PreviewPage() = default;

void PreviewPage::layOut(int width)
{
    m_width = width;
    BlockOptions options;
    options.width = width;
    options.activeTabs = m_tabs;
    options.rows = m_session.data();
    m_picture = std::make_unique<BlockPicture>(m_session.workbook(), m_session.catalogue(), m_block, options);
    setPalette(paletteFor(m_picture->theme().dark ? Tokens::darkTheme() : Tokens::light()));
    setFixedSize(m_picture->size());
    placeCards();
    if (m_session.data())
        m_session.data()->watch(elements());
    update();
    Q_EMIT resized();
}

std::vector<model::Key> PreviewPage::elements() const
{
    std::vector<model::Key> keys;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        if (const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr)
            keys.push_back(element->key());
    }
    return keys;
}

void PreviewPage::placeCards()
{
    for (QObject *child : children()) {
        if (auto *widget = qobject_cast<QWidget *>(child)) {
            widget->hide();
            widget->deleteLater();
        }
    }
    m_cards.clear();
    m_fields.clear();
    QWidget *before = nullptr;
    const auto inOrder = [&](QWidget *widget) { // Tab goes as one reads
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr;
        if (!element)
            continue;
        const QRect where = box.card.translated(m_picture->origin());
        if (box.kind == model::NodeKind::TabbedContainer) {
            auto *strip = new TabStrip(nameOf(*element), [this, id = box.node](int by) { stepTab(id, by); }, this);
            strip->setGeometry(QRect(where.left(), where.top(), where.width(), model::metrics::tabStrip));
            strip->show();
            inOrder(strip);
        } else if (box.kind == model::NodeKind::Element && element->kind() == "control") {
            placeControl(box, *element);
            inOrder(m_fields[element->key()]);
        } else if (box.kind == model::NodeKind::Element) {
            auto *card = new PreviewCard(*this, box, element->key());
            card->setGeometry(where);
            card->show();
            m_cards[element->key()] = card;
            inOrder(card);
        }
    }
}

void PreviewPage::placeControl(const model::NodeBox &box, const model::Object &control)
{
    const QRect where = box.card.translated(m_picture->origin());
    const ControlState state = stateOf(control);
    const bool tall = state.look.type == "text-area";
    const model::TitleLook title = model::titleOf(control);
    const int label = !showsOwnLabel(state.look.type) && !title.hidden && where.height() >= 38 ? 18 : 0;
    const bool slider = state.look.type == "slider" || state.look.type == "range-slider";
    const int height = tall ? where.height() - label : qMin(slider ? 36 : 32, where.height() - label);
    const int top = where.top() + (where.height() - label - height) / 2;
    ControlField *field = makeControlField(state.look.type, this);
    if (label) {
        auto *words = new QLabel(state.look.label, this);
        words->setFont(m_picture->theme().font(12, true));
        words->setGeometry(where.left(), top, where.width(), 16);
        words->setBuddy(field);
        words->show();
    }
    field->setObjectName(QStringLiteral("control:%1").arg(QString::fromStdString(control.key())));
    field->setGeometry(where.left(), top + label, where.width(), height);
    if (field->focusPolicy() == Qt::NoFocus && field->focusProxy())
        field->setFocusPolicy(Qt::StrongFocus);
    field->show(state);
    field->QWidget::show();
    m_fields[control.key()] = field;
    const model::Key key = control.key();
    connect(field, &ControlField::chosen, this, [this, key](const std::optional<model::query::ControlValue> &value) {
        const model::Object *object = m_session.workbook().element(key);
        if (!object || !m_session.data())
            return;
        m_session.data()->setControl(model::controlId(*object), value);
        runActions(m_session.workbook(), *object, "on-change", {}, m_session.data(), m_stage);
    });
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
    for (const auto &[key, field] : m_fields) {
        if (const model::Object *control = m_session.workbook().element(key))
            field->show(stateOf(*control));
    }
}

void PreviewPage::refreshElement(const model::Key &key)
{
    if (const auto it = m_cards.find(key); it != m_cards.end())
        it->second->refresh();
    if (const auto it = m_fields.find(key); it != m_fields.end()) {
        if (const model::Object *control = m_session.workbook().element(key))
            it->second->show(stateOf(*control));
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
    const auto it = m_cards.find(element);
    return it == m_cards.end() ? nullptr : it->second;
}

ControlField *PreviewPage::field(const model::Key &control) const
{
    const auto it = m_fields.find(control);
    return it == m_fields.end() ? nullptr : it->second;
}

void PreviewPage::paintEvent(QPaintEvent *event)
{
    if (!m_picture)
        return;
    QPainter painter(this);
    m_picture->paintFrame(painter);
    painter.translate(m_picture->origin());
    m_picture->paintBoxes(painter, event->rect().translated(-m_picture->origin()), [&](QPainter &p, const model::NodeBox &box) {
        if (box.kind != model::NodeKind::Element)
            m_picture->paintBox(p, box); // elements are widgets of their own
    });
}

QList<QPair<model::NodeId, QList<QRect>>> PreviewPage::tabStrips() const
{
    QList<QPair<model::NodeId, QList<QRect>>> strips;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node = m_picture->workbook().layout.node(box.node);
        const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr;
        if (element && box.kind == model::NodeKind::TabbedContainer)
            strips.append({box.node, tabRects(*element, QRect(box.card.left(), box.card.top(), box.card.width(), model::metrics::tabStrip), m_picture->theme())});
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
    layOut(m_width);
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
    if (!m_picture->geometry().box(node))
        return false;
    if (index)
        selectTab(node, *index);
    else
        stepTab(node, direction);
    return true;
}

void PreviewPage::click(const model::Object &element)
{
    for (const model::Object &overlay : m_session.workbook().overlays) {
        if (model::overlayOf(overlay).triggerElement == element.id()) {
            m_stage.openOverlay(overlay.id());
            return;
        }
    }
    runActions(m_session.workbook(), element, "on-click", {}, m_session.data(), m_stage);
}

void PreviewPage::select(const model::Object &element, int row)
{
    const auto rows = rowsOf(element.key());
    runActions(m_session.workbook(), element, "on-select", {rows ? rows->main.get() : nullptr, row}, m_session.data(), m_stage);
}

void PreviewPage::follow(const model::Object &navigation, int entry)
{
    const auto pages = model::navigationPages(m_session.workbook(), navigation);
    if (entry >= 0 && entry < static_cast<int>(pages.size()) && !pages[static_cast<std::size_t>(entry)].empty())
        m_stage.openPage(pages[static_cast<std::size_t>(entry)]);
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
