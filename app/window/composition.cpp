// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/composition.h"

#include "adapters/csv/row_files.h"
#include "adapters/package/package.h"
#include "adapters/schema/user_layer.h"
#include "app/cli/findings.h"
#include "app/cli/pictures.h"
#include "designer/paint/page_render.h"

namespace tessera::app {

using model::ErrorCode;
using model::Result;

Result<std::unique_ptr<Composition>> Composition::create()
{
    auto loaded = adapters::loadUserCatalogue();
    if (!loaded)
        return model::fail(loaded.error());
    std::unique_ptr<Composition> composition(new Composition(std::move(loaded->catalogue)));
    composition->m_layerProblem = std::move(loaded->problem);
    return composition;
}

designer::RowFiles Composition::rowFiles() const
{
    return {adapters::importCsv, adapters::exportCsv};
}

designer::CodeSource Composition::codeSource() const
{
    designer::CodeSource source;
    source.write = [](const model::Workbook &workbook) {
        designer::CodeSource::Text result;
        result.text = adapters::writeWorkbook(workbook, {});
        const auto read = adapters::readWorkbook(result.text);
        if (read) {
            result.lineOf = [map = read->sources](const model::Target &target) { return map->locate(target).line; };
        }
        return result;
    };
    source.read = [](const std::string &text) -> Result<model::Workbook> {
        auto read = adapters::readWorkbook(text);
        if (!read)
            return model::fail(read.error());
        return std::move(read->workbook);
    };
    return source;
}

designer::ClipText Composition::clipText() const
{
    return {[](const model::Workbook &clip) { return adapters::writeWorkbook(clip, {}); }, codeSource().read};
}

Result<std::string> Composition::buildPackage(const PackageRequest &request) const
{
    auto text = adapters::saveWorkbook(request.workbook, request.original);
    if (!text)
        return model::fail(text.error());
    const auto loaded = adapters::readWorkbook(std::move(*text), request.original.path);
    if (!loaded)
        return model::fail(loaded.error());
    adapters::PackageOptions options;
    options.findings = findingsOf(*loaded, m_catalogue);
    options.force = request.force;
    options.rows = request.rows;
    options.validation = reportJson(*loaded, options.findings);
    const auto blocks = static_cast<int>(std::max<std::size_t>(1, blockIds(loaded->workbook).size()));
    int done = 0;
    options.picture = [&](const std::string &block) -> Result<std::string> {
        if (request.cancelled && request.cancelled())
            return model::fail(ErrorCode::Cancelled, {});
        auto picture = pictureOf(loaded->workbook, m_catalogue, block, {});
        if (request.progress)
            request.progress(100 * ++done / blocks);
        return picture;
    };
    return adapters::buildPackage(*loaded, options);
}

} // namespace tessera::app
