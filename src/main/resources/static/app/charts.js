// Draws a chart from the table that a figure points to; the table stays the accessible source.
function variable(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function draw(element) {
  const rows = [...document.querySelectorAll(`${element.dataset.chart} tbody tr`)];
  const labels = rows.map((row) => row.cells[0].textContent);
  const texts = rows.map((row) => row.cells[1].textContent);
  const value = (row) => (row.dataset.value === "" ? null : Number(row.dataset.value));
  const past = rows.map((row) => (row.dataset.tense === "future" ? null : value(row)));
  const last = rows.findLastIndex((row) => row.dataset.tense === "past");
  const future = rows.map((row, i) => (i < last ? null : value(row)));
  const known = rows.map(value).filter((each) => each !== null);
  if (known.length === 0) return;
  const low = Math.max(0, Math.floor((Math.min(...known) - 5) / 20) * 20);
  const now = rows.findIndex((row) => row.dataset.shown === "true");
  const brand = variable("--kb-brand");
  const soft = variable("--kb-ink-soft");
  const line = variable("--kb-line");
  const font = getComputedStyle(document.body).fontFamily;
  const chart = window.echarts.init(element, null, { renderer: "svg" });
  chart.setOption({
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
    ],
  });
  new ResizeObserver(() => chart.resize()).observe(element);
}

document.querySelectorAll("[data-chart]").forEach(draw);
