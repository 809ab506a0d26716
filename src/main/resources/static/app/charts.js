// Draws a chart from the table that a figure points to; the table stays the accessible source.
function variable(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function start(element) {
  const chart = window.echarts.init(element, null, { renderer: "svg" });
  new ResizeObserver(() => chart.resize()).observe(element);
  return chart;
}

// Counts: a bar for each row, or a step from each row to the next with the goal beside it.
function drawCounts(element, steps) {
  const rows = [...document.querySelectorAll(`${element.dataset.chart} tbody tr`)];
  if (rows.length === 0) return;
  const labels = rows.map((row) => row.cells[0].textContent);
  const values = rows.map((row) => Number(row.dataset.value));
  const brand = variable("--kb-brand");
  const soft = variable("--kb-ink-soft");
  const line = variable("--kb-line");
  const goal = rows[0].dataset.goal;
  const series = steps
    ? { type: "line", step: "end", data: [...values, values.at(-1)], symbolSize: 7, lineStyle: { color: brand, width: 2.5 }, itemStyle: { color: brand } }
    : { type: "bar", data: values, barMaxWidth: 44, itemStyle: { color: brand, borderRadius: [3, 3, 0, 0] } };
  if (goal !== undefined) {
    series.markLine = {
      symbol: "none",
      silent: true,
      label: { show: false },
      lineStyle: { color: variable("--kb-overdue"), type: "dashed", width: 1.5 },
      data: [{ yAxis: Number(goal) }],
    };
  }
  start(element).setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: soft },
    grid: { left: 52, right: 24, top: 16, bottom: 28 },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (points) => `${labels[points[0].dataIndex] ?? ""}\n${points[0].value}`,
    },
    xAxis: {
      type: "category",
      data: steps ? [...labels, ""] : labels,
      boundaryGap: !steps,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: soft, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: (extent) => Math.max(extent.max, Number(goal ?? 0)) + (steps ? 1 : 0),
      minInterval: 1,
      axisLabel: { color: soft },
      splitLine: { lineStyle: { color: line } },
    },
    series: [series],
  });
}

function draw(element) {
  const rows = [...document.querySelectorAll(`${element.dataset.chart} tbody tr`)];
  const labels = rows.map((row) => row.cells[0].textContent);
  const texts = rows.map((row) => row.cells[1].textContent);
  const value = (row) => (row.dataset.value === "" ? null : Number(row.dataset.value));
  const past = rows.map((row) => (row.dataset.tense === "future" ? null : value(row)));
  const last = rows.findLastIndex((row) => row.dataset.tense === "past");
  const future = rows.map((row, i) => (i < last ? null : value(row)));
  const planned = rows.map((row) => (row.dataset.planned ? Number(row.dataset.planned) : null));
  const known = [...rows.map(value), ...planned].filter((each) => each !== null);
  if (known.length === 0) return;
  const low = Math.max(0, Math.floor((Math.min(...known) - 5) / 20) * 20);
  const now = rows.findIndex((row) => row.dataset.shown === "true");
  const brand = variable("--kb-brand");
  const soft = variable("--kb-ink-soft");
  const line = variable("--kb-line");
  const font = getComputedStyle(document.body).fontFamily;
  start(element).setOption({
    animation: false,
    textStyle: { fontFamily: font, color: soft },
    grid: { left: 52, right: 36, top: 12, bottom: 28 },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (points) => `${labels[points[0].dataIndex]}\n${texts[points[0].dataIndex]}`,
    },
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: soft, interval: (i) => i % 6 === 0, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      min: low,
      max: 100,
      interval: 20,
      axisLabel: { color: soft, formatter: "{value} %" },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: "line",
        data: past,
        showSymbol: false,
        lineStyle: { color: brand, width: 2.5 },
        itemStyle: { color: brand },
        areaStyle: { color: brand, opacity: 0.07 },
        markLine: now < 0 ? undefined : {
          symbol: "none",
          silent: true,
          lineStyle: { color: soft, type: "solid", width: 1 },
          label: { show: false },
          data: [{ xAxis: now }],
        },
      },
      {
        type: "line",
        data: future,
        showSymbol: false,
        lineStyle: { color: brand, width: 2.5, type: [4, 5] },
        itemStyle: { color: brand },
        areaStyle: { color: brand, opacity: 0.03 },
      },
      {
        type: "line",
        data: planned,
        showSymbol: false,
        lineStyle: { color: variable("--kb-covered"), width: 2.5 },
        itemStyle: { color: variable("--kb-covered") },
      },
    ],
  });
}

document.querySelectorAll("[data-chart]").forEach((element) => {
  if (element.dataset.kind) drawCounts(element, element.dataset.kind === "steps");
  else draw(element);
});
