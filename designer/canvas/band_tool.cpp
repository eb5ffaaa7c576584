// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tool.h"

namespace tessera::designer {

namespace {

// Catches what the rectangle touches; containers only when they lie in it whole.
class BandTool : public Tool
{
public:
    BandTool(ToolHost &host, QPoint start) : Tool(host), m_start(start) {}

    void update(const ToolInput &input) override
    {
        const QRect band = QRect(m_start, input.block).normalized();
        m_host.overlay().band = band;
        m_caught = m_host.geometry().nodesIn(band);
        m_host.overlay().selected = m_caught;
        m_host.overlay().handles = false;
    }

    std::optional<QList<model::NodeId>> caught() const override { return m_caught; }
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    QPoint m_start;
    QList<model::NodeId> m_caught;
};

class PanTool : public Tool
{
public:
    PanTool(ToolHost &host, QPoint start) : Tool(host), m_last(start) {}

    void update(const ToolInput &input) override
    {
        m_host.scrollBy(m_last - input.viewport);
        m_last = input.viewport;
    }

    QCursor cursor() const override { return Qt::ClosedHandCursor; }

private:
    QPoint m_last;
};

} // namespace

std::unique_ptr<Tool> makeBandTool(ToolHost &host, QPoint start)
{
    return std::make_unique<BandTool>(host, start);
}

std::unique_ptr<Tool> makePanTool(ToolHost &host, QPoint startInViewport)
{
    return std::make_unique<PanTool>(host, startInViewport);
}

} // namespace tessera::designer
