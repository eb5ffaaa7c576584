// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/action_graph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "designer/graph/graph_canvas.h"
#include "designer/graph/graph_card.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

QToolButton *toolButton(QWidget *parent, const char *name, const char *iconName, const QString &text,
                        const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setMinimumHeight(size::input);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *label(QWidget *parent, const char *name, const char *role)
{
    auto *text = new QLabel(parent);
    text->setObjectName(QLatin1String(name));
    text->setProperty("role", QLatin1String(role));
    text->setTextFormat(Qt::PlainText);
    return text;
}

} // namespace

class ActionGraph::Private
{
public:
    Private(ActionGraph &graph, Session &session, model::ActionHost host)
        : q(graph)
        , area(new QScrollArea(&graph))
        , canvas(new GraphCanvas(session, std::move(host), area))
    {
        area->setWidget(canvas);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setObjectName(QStringLiteral("graphArea"));
        area->setFocusPolicy(Qt::NoFocus);
        buildBar();
        buildEmptyState();
        auto *column = new QVBoxLayout(&q);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(bar);
        column->addWidget(empty, 1);
        column->addWidget(area, 1);
    }

    void buildBar();
    void buildEmptyState();
    void refresh();
    void addAction(QWidget *below);

    ActionGraph &q;
    QScrollArea *area;
    GraphCanvas *canvas;
    QWidget *bar = nullptr;
    QLabel *title = nullptr;
    QLabel *summary = nullptr;
    QToolButton *add = nullptr;
    QToolButton *zoom = nullptr;
    QWidget *empty = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *emptyAdd = nullptr;
};

void ActionGraph::Private::buildBar()
{
    bar = new QWidget(&q);
    bar->setProperty("surface", QStringLiteral("surface"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    title = label(bar, "graphTitle", "panelTitle");
    summary = label(bar, "graphSummary", "secondary");
    add = toolButton(bar, "addAction", "plus", tr("Add action"), tr("Add an action"));
    auto *out = toolButton(bar, "zoomOut", "zoom-out", {}, tr("Zoom out (Ctrl+-)"));
    zoom = toolButton(bar, "zoomLevel", "", QStringLiteral("100 %"), tr("Back to 100 % (Ctrl+0)"));
    zoom->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *in = toolButton(bar, "zoomIn", "zoom-in", {}, tr("Zoom in (Ctrl++)"));
    auto *fit = toolButton(bar, "zoomFit", "maximize", {}, tr("Show everything"));
    row->addWidget(title);
    row->addWidget(summary);
    row->addStretch(1);
    for (QToolButton *button : {add, out, zoom, in, fit})
        row->addWidget(button);
    QObject::connect(add, &QToolButton::clicked, &q, [this] { addAction(add); });
    QObject::connect(out, &QToolButton::clicked, &q, [this] { canvas->setZoom(canvas->zoom() / 1.25); });
    QObject::connect(in, &QToolButton::clicked, &q, [this] { canvas->setZoom(canvas->zoom() * 1.25); });
    QObject::connect(zoom, &QToolButton::clicked, &q, [this] { canvas->setZoom(1); });
    QObject::connect(fit, &QToolButton::clicked, canvas, &GraphCanvas::fit);
}

void ActionGraph::Private::buildEmptyState()
{
    empty = new QWidget(&q);
    empty->setObjectName(QStringLiteral("graphEmpty"));
    empty->setProperty("surface", QStringLiteral("canvas"));
    empty->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(empty);
    column->setSpacing(space::s);
    auto *heading = label(empty, "emptyTitle", "emptyTitle");
    heading->setText(tr("No actions yet"));
    emptyText = label(empty, "emptyText", "secondary");
    emptyText->setWordWrap(true);
    emptyText->setMinimumWidth(420);
    emptyAdd = new QPushButton(tr("Add action"), empty);
    emptyAdd->setObjectName(QStringLiteral("emptyAdd"));
    emptyAdd->setProperty("role", QStringLiteral("primary"));
    QObject::connect(emptyAdd, &QPushButton::clicked, &q, [this] { addAction(emptyAdd); });
    column->addStretch(1);
    for (QLabel *text : {heading, emptyText}) {
        text->setAlignment(Qt::AlignCenter);
        column->addWidget(text, 0, Qt::AlignHCenter);
    }
    column->addSpacing(space::s);
    column->addWidget(emptyAdd, 0, Qt::AlignHCenter);
    column->addStretch(2);
}

void ActionGraph::Private::addAction(QWidget *below)
{
    const std::vector<std::string> triggers = canvas->scene().triggers();
    if (triggers.empty())
        return;
    if (triggers.size() == 1)
        return canvas->addAction(triggers.front());
    QMenu menu(&q);
    for (const std::string &trigger : triggers)
        menu.addAction(icon(QStringLiteral("zap")), canvas->scene().triggerLabel(trigger), canvas,
                       [this, trigger] { canvas->addAction(trigger); });
    menu.exec(below->mapToGlobal(QPoint(0, below->height())));
}

void ActionGraph::Private::refresh()
{
    GraphScene &scene = canvas->scene();
    if (!scene.object())
        return;
    const int count = static_cast<int>(scene.flows().size());
    const QString why = scene.whyNoActions();
    title->setText(scene.title());
    summary->setText(count == 0 ? tr("No actions") : count == 1 ? tr("1 action") : tr("%1 actions").arg(count));
    zoom->setText(tr("%1 %").arg(qRound(canvas->zoom() * 100)));
    add->setEnabled(why.isEmpty());
    add->setToolTip(why.isEmpty() ? tr("Add an action") : why);
    emptyAdd->setVisible(why.isEmpty());
    emptyText->setText(
        why.isEmpty() ? tr("An action says what happens when someone uses %1: set a control, open a modal, add a row.")
                            .arg(scene.title())
                      : why);
    empty->setVisible(count == 0);
    area->setVisible(count > 0);
}

ActionGraph::ActionGraph(Session &session, model::Scope scope, model::Key key, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, session, model::ActionHost{scope, std::move(key)}))
{
    setObjectName(QStringLiteral("actionGraph"));
    connect(d->canvas, &GraphCanvas::changed, this, [this] { d->refresh(); });
    connect(&session.selection(), &Selection::changed, d->canvas, &GraphCanvas::followSelection);
    connect(&session, &Session::diagnosticsChanged, d->canvas, &GraphCanvas::rebuild);
    connect(&session.document(), &model::Document::applied, this, [this](const model::ChangeSet &changes) {
        const model::ActionHost &host = d->canvas->scene().host();
        const bool own = changes.elements.contains(host.key) || changes.blocks.contains(host.key);
        if (!own && !changes.names && !changes.structure)
            return;
        if (!d->canvas->scene().object()) {
            setEnabled(false);
            Q_EMIT hostGone();
            return;
        }
        d->canvas->rebuild();
    });
    d->refresh();
}

ActionGraph::~ActionGraph() = default;

model::Scope ActionGraph::scope() const
{
    return d->canvas->scene().host().scope;
}

const model::Key &ActionGraph::key() const
{
    return d->canvas->scene().host().key;
}

void ActionGraph::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d)
        d->canvas->update();
}

} // namespace tessera::designer
