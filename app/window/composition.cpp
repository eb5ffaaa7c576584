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
    return {adapters::importCsv, adapters::exportCsv, {}};
}

namespace {

designer::CodeSource::Text textOf(const model::Workbook &workbook, const adapters::LoadedWorkbook &original)
{
    designer::CodeSource::Text result;
    auto kept = adapters::saveWorkbook(workbook, original);
    result.text =
        kept ? std::move(*kept) : adapters::writeWorkbook(workbook, {original.format, original.envelope, false});
    if (const auto read = adapters::readWorkbook(result.text))
        result.lineOf = [map = read->sources](const model::Target &target) { return map->locate(target).line; };
    return result;
}

Result<model::Workbook> workbookOf(const std::string &text)
{
    auto read = adapters::readWorkbook(text);
    if (!read)
        return model::fail(read.error());
    return std::move(read->workbook);
}

} // namespace

designer::CodeSource Composition::codeSource(std::function<adapters::LoadedWorkbook()> original) const
{
    designer::CodeSource source;
    source.writer = [original = std::move(original)] {
        return [file = original()](const model::Workbook &workbook) { return textOf(workbook, file); };
    };
    source.read = workbookOf;
    return source;
}

designer::ClipText Composition::clipText() const
{
    return {[](const model::Workbook &clip) { return adapters::writeWorkbook(clip, {}); }, workbookOf};
}

Result<std::string> Composition::buildPackage(const PackageRequest &request) const
{
    auto text = adapters::saveWorkbook(request.workbook, request.original);
    if (!text)
        return model::fail(text.error());
    auto loaded = adapters::readWorkbook(std::move(*text), request.original.path);
    if (!loaded)
        return model::fail(loaded.error());
    loaded->workbook.extras = request.workbook.extras; // waivers stand beside the file
    loaded->notices.removeIf(adapters::isLeftBehind);
    adapters::PackageOptions options;
    options.findings = findingsOf(*loaded, m_catalogue, request.profile ? &*request.profile : nullptr);
    options.force = request.force;
    options.rows = request.rows;
    options.validation = reportJson(*loaded, options.findings);
    options.findings += request.steps;
    const auto blocks = static_cast<int>(std::max<std::size_t>(1, blockIds(loaded->workbook).size()));
    int done = 0;
    const auto pictures = packagePictures(loaded->workbook, m_catalogue);
    if (!pictures)
        return model::fail(pictures.error());
    options.picture = [&](const std::string &block) -> Result<std::string> {
        if (request.cancelled && request.cancelled())
            return model::fail(ErrorCode::Cancelled, {});
        auto picture = (*pictures)(block);
        if (request.progress)
            request.progress(100 * ++done / blocks);
        return picture;
    };
    return adapters::buildPackage(*loaded, options);
}

} // namespace tessera::app
