"""Fusion with its boxes, bars and gaps in proportion to the size of the interface."""

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

_Metric = QStyle.PixelMetric
SCALED = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
        _Metric.PM_CheckBoxLabelSpacing,
        _Metric.PM_RadioButtonLabelSpacing,
        _Metric.PM_SmallIconSize,
        _Metric.PM_ButtonIconSize,
        _Metric.PM_ToolBarIconSize,
        _Metric.PM_ListViewIconSize,
        _Metric.PM_TabBarIconSize,
        _Metric.PM_MessageBoxIconSize,
        _Metric.PM_ScrollBarExtent,
        _Metric.PM_ScrollBarSliderMin,
        _Metric.PM_MenuButtonIndicator,
        _Metric.PM_SliderThickness,
        _Metric.PM_SplitterWidth,
        _Metric.PM_LayoutHorizontalSpacing,
        _Metric.PM_LayoutVerticalSpacing,
        _Metric.PM_ButtonMargin,
    }
)
"""What grows with the letters; lines and frames stay thin."""


class ScaledStyle(QProxyStyle):
    """Used while the size is not 100 %: at 100 % the style is asked nothing in Python."""

    def __init__(self, scale: float) -> None:
        super().__init__("Fusion")
        self._scale = scale

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        found = int(super().pixelMetric(metric, option, widget))
        return round(found * self._scale) if metric in SCALED and found > 0 else found
